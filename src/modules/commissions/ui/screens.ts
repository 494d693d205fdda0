import type { Screen } from '#web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/commissions',
    title: '委托',
    load: () => import('./CommissionListPage.tsx').then((file) => file.CommissionListPage),
    menu: { group: '委托与案件', order: 1 },
  },
  {
    path: '/commissions/new',
    title: '提出委托',
    load: () => import('./NewCommissionPage.tsx').then((file) => file.NewCommissionPage),
    roles: ['ENTRUSTING_OFFICER', 'PARTY_REPRESENTATIVE'],
    menu: { group: '委托与案件', order: 2 },
  },
  {
    path: '/commissions/$id',
    title: '委托',
    load: () => import('./CommissionPage.tsx').then((file) => file.CommissionPage),
  },
  {
    path: '/commissions/$id/accept',
    title: '受理',
    load: () => import('./AcceptPage.tsx').then((file) => file.AcceptPage),
  },
  {
    path: '/commissions/$id/supplement',
    title: '提交补正',
    load: () => import('./AnswerSupplementPage.tsx').then((file) => file.AnswerSupplementPage),
  },
]
