import type { Screen } from '#web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/',
    title: '等我办理',
    load: () => import('./WorkQueuePage.tsx').then((file) => file.WorkQueuePage),
    menu: { group: '我的工作', order: 1 },
  },
]
