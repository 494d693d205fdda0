import type { Screen } from '#web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/cases/$id/chart',
    title: '技术特征比对表',
    load: () => import('./ChartPage.tsx').then((file) => file.ChartPage),
  },
  {
    path: '/cases/$id/opinion',
    title: '意见书草稿',
    load: () => import('./OpinionPage.tsx').then((file) => file.OpinionPage),
  },
]
