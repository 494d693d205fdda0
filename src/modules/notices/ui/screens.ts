import type { Screen } from '#web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/notices',
    title: '通知',
    load: () => import('./NoticesPage.tsx').then((file) => file.NoticesPage),
    menu: { group: '我的工作', order: 2 },
  },
  {
    path: '/notices/$id',
    title: '通知',
    load: () => import('./NoticePage.tsx').then((file) => file.NoticePage),
  },
]
