import type { Screen } from '#web/screen.ts'

const keepers = ['ASSOCIATION_SECRETARY', 'CNIPA_OFFICER'] as const

export const screens: readonly Screen[] = [
  {
    path: '/standards',
    title: '标准登记',
    load: () => import('./StandardsPage.tsx').then((file) => file.StandardsPage),
    menu: { group: '名录与机构', order: 60 },
  },
  {
    path: '/standards/enter',
    title: '登记标准',
    load: () => import('./EnterStandardPage.tsx').then((file) => file.EnterStandardPage),
    roles: keepers,
  },
  {
    path: '/standards/known',
    title: '已知标准',
    load: () => import('./KnownStandardsPage.tsx').then((file) => file.KnownStandardsPage),
    roles: keepers,
  },
  {
    path: '/standards/$slug',
    title: '标准',
    load: () => import('./StandardPage.tsx').then((file) => file.StandardPage),
  },
  {
    path: '/consultations/$id',
    title: '征求意见',
    load: () => import('./ConsultationPage.tsx').then((file) => file.ConsultationPage),
    roles: keepers,
  },
  {
    path: '/conformity',
    title: '贯标',
    load: () => import('./ConformityPage.tsx').then((file) => file.ConformityPage),
    roles: [
      'INSTITUTION_ADMIN',
      'INSTITUTION_HEAD',
      'ASSOCIATION_SECRETARY',
      'LOCAL_ASSOCIATION_SECRETARY',
      'EVALUATION_EXPERT',
      'PROVINCIAL_OFFICER',
      'CNIPA_OFFICER',
      'AUDITOR',
    ],
    menu: { group: '名录与机构', order: 61 },
  },
  {
    path: '/conformity/$id',
    title: '贯标评定',
    load: () => import('./AssessmentPage.tsx').then((file) => file.AssessmentPage),
  },
  {
    path: '/terms',
    title: '术语',
    load: () => import('./TermsPage.tsx').then((file) => file.TermsPage),
    menu: { group: '名录与机构', order: 62 },
  },
  {
    path: '/rule-violations',
    title: '规则违反统计',
    load: () => import('./ViolationsPage.tsx').then((file) => file.ViolationsPage),
    roles: ['ASSOCIATION_SECRETARY', 'CNIPA_OFFICER', 'AUDITOR'],
    menu: { group: '名录与机构', order: 63 },
  },
]
