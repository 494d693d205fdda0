import type { Screen } from '#web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/entry-errors',
    title: '名录纠错',
    load: () => import('./EntryErrorsPage.tsx').then((file) => file.EntryErrorsPage),
    roles: ['PROVINCIAL_OFFICER', 'ASSOCIATION_SECRETARY', 'CNIPA_OFFICER', 'AUDITOR'],
    menu: { group: '名录与机构', order: 40 },
  },
  {
    path: '/directory-proceedings',
    title: '名录事项',
    load: () => import('./ProceedingsPage.tsx').then((file) => file.ProceedingsPage),
    roles: ['CNIPA_OFFICER', 'ASSOCIATION_SECRETARY', 'INSTITUTION_ADMIN', 'INSTITUTION_HEAD', 'AUDITOR'],
    menu: { group: '名录与机构', order: 30 },
  },
  {
    path: '/directory-proceedings/$id',
    title: '名录事项',
    load: () => import('./ProceedingPage.tsx').then((file) => file.ProceedingPage),
  },
  {
    path: '/standing',
    title: '本机构登记信息',
    load: () => import('./StandingPage.tsx').then((file) => file.OwnStandingPage),
    roles: ['INSTITUTION_ADMIN', 'INSTITUTION_HEAD'],
    menu: { group: '名录与机构', order: 20 },
  },
  {
    path: '/standings',
    title: '在册机构',
    load: () => import('./StandingsPage.tsx').then((file) => file.StandingsPage),
    roles: ['CNIPA_OFFICER', 'ASSOCIATION_SECRETARY', 'AUDITOR'],
    menu: { group: '名录与机构', order: 20 },
  },
  {
    path: '/standing/$id',
    title: '机构登记信息',
    load: () => import('./StandingPage.tsx').then((file) => file.StandingPage),
  },
  {
    path: '/entry-errors/$id',
    title: '名录纠错',
    load: () => import('./EntryErrorPage.tsx').then((file) => file.EntryErrorPage),
  },
]
