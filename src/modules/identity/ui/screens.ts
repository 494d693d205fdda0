import type { Screen } from '#web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/sign-in',
    title: '登录',
    load: () => import('./SignInPage.tsx').then((file) => file.SignInPage),
    open: true,
  },
  {
    path: '/setup',
    title: '初始化',
    load: () => import('./SetupPage.tsx').then((file) => file.SetupPage),
    open: true,
  },
  {
    path: '/first-password',
    title: '修改初始密码',
    load: () => import('./FirstPasswordPage.tsx').then((file) => file.FirstPasswordPage),
  },
  {
    path: '/first-authenticator',
    title: '绑定动态口令',
    load: () => import('./FirstAuthenticatorPage.tsx').then((file) => file.FirstAuthenticatorPage),
  },
  {
    path: '/me',
    title: '本人账号',
    load: () => import('./MyAccountPage.tsx').then((file) => file.MyAccountPage),
    menu: { group: '我的工作', order: 90 },
  },
  {
    path: '/organisations',
    title: '单位',
    load: () => import('./OrganisationsPage.tsx').then((file) => file.OrganisationsPage),
    roles: ['SYSTEM_ADMIN', 'AUDITOR', 'CNIPA_OFFICER'],
    menu: { group: '系统管理', order: 1 },
  },
  {
    path: '/organisations/create',
    title: '登记单位',
    load: () => import('./CreateOrganisationPage.tsx').then((file) => file.CreateOrganisationPage),
    roles: ['SYSTEM_ADMIN'],
  },
  {
    path: '/accounts',
    title: '账号',
    load: () => import('./AccountsPage.tsx').then((file) => file.AccountsPage),
    roles: ['SYSTEM_ADMIN', 'AUDITOR', 'INSTITUTION_ADMIN', 'INSTITUTION_HEAD'],
    menu: { group: '系统管理', order: 2 },
  },
  {
    path: '/accounts/create',
    title: '开立账号',
    load: () => import('./CreateAccountPage.tsx').then((file) => file.CreateAccountPage),
    roles: ['SYSTEM_ADMIN', 'INSTITUTION_ADMIN'],
  },
  {
    path: '/accounts/$id',
    title: '账号',
    load: () => import('./AccountPage.tsx').then((file) => file.AccountPage),
    roles: ['SYSTEM_ADMIN', 'AUDITOR', 'INSTITUTION_ADMIN', 'INSTITUTION_HEAD'],
  },
]
