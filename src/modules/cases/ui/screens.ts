import type { Screen } from '#web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/cases',
    title: '案件',
    load: () => import('./CaseListPage.tsx').then((file) => file.CaseListPage),
    roles: [
      'ENTRUSTING_OFFICER',
      'PARTY_REPRESENTATIVE',
      'INSTITUTION_HEAD',
      'INSTITUTION_ADMIN',
      'INTAKE_CLERK',
      'MATERIAL_CUSTODIAN',
      'APPRAISER',
      'REVIEWER',
      'AUTHORIZED_ISSUER',
      'ARCHIVIST',
      'AUDITOR',
    ],
    menu: { group: '委托与案件', order: 20 },
  },
  {
    path: '/cases/$id',
    title: '案件概况',
    load: () => import('./OverviewPage.tsx').then((file) => file.OverviewPage),
  },
  {
    path: '/cases/$id/agreement',
    title: '协议与期限',
    load: () => import('./AgreementPage.tsx').then((file) => file.AgreementPage),
  },
  {
    path: '/cases/$id/team',
    title: '鉴定组',
    load: () => import('./TeamPage.tsx').then((file) => file.TeamPage),
  },
  {
    path: '/cases/$id/plan',
    title: '方案与记录',
    load: () => import('./PlanPage.tsx').then((file) => file.PlanPage),
  },
  {
    path: '/cases/$id/plan/edit',
    title: '拟定鉴定方案',
    load: () => import('./PlanFormPage.tsx').then((file) => file.PlanFormPage),
  },
]
