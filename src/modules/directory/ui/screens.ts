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
    path: '/entry-errors/$id',
    title: '名录纠错',
    load: () => import('./EntryErrorPage.tsx').then((file) => file.EntryErrorPage),
  },
]
