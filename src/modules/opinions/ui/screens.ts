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
  {
    path: '/cases/$id/signing',
    title: '签名与签发',
    load: () => import('./SigningPage.tsx').then((file) => file.SigningPage),
  },
  {
    path: '/keys',
    title: '我的签名密钥',
    load: () => import('./KeysPage.tsx').then((file) => file.KeysPage),
    roles: ['APPRAISER', 'AUTHORIZED_ISSUER'],
    menu: { group: '我的工作', order: 80 },
  },
]
