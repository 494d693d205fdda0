import type { Screen } from '#web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/cases/$id/trace',
    title: '过程留痕',
    load: () => import('./TracePage.tsx').then((file) => file.TracePage),
  },
  {
    path: '/trace/$index',
    title: '留痕',
    load: () => import('./TraceEntryPage.tsx').then((file) => file.TraceEntryPage),
  },
]
