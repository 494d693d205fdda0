import type { Screen } from '#web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/selections',
    title: '遴选',
    load: () => import('./SelectionListPage.tsx').then((file) => file.SelectionListPage),
    roles: ['ENTRUSTING_OFFICER', 'INTAKE_CLERK', 'INSTITUTION_ADMIN', 'INSTITUTION_HEAD', 'AUDITOR'],
    menu: { group: '委托与案件', order: 4 },
  },
  {
    path: '/selections/new',
    title: '提出遴选需求',
    load: () => import('./NewSelectionPage.tsx').then((file) => file.NewSelectionPage),
  },
  {
    path: '/selections/$id',
    title: '遴选',
    load: () => import('./SelectionPage.tsx').then((file) => file.SelectionPage),
  },
]
