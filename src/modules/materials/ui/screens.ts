import type { Screen } from '#web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/cases/$id/materials',
    title: '材料',
    load: () => import('./MaterialsPage.tsx').then((file) => file.MaterialsPage),
  },
  {
    path: '/materials/$id',
    title: '材料',
    load: () => import('./MaterialPage.tsx').then((file) => file.MaterialPage),
  },
  {
    path: '/materials/$id/receipt/$seq',
    title: '材料交接凭证',
    load: () => import('./ReceiptPage.tsx').then((file) => file.ReceiptPage),
  },
]
