import type { ComponentType } from 'react'
import type { RoleCode } from '#law/terms/role.ts'

/** Headings of the left navigation, in their order. */
export const menuGroups = ['我的工作', '委托与案件', '名录与机构', '系统管理'] as const

/** One screen of one module, listed in its `ui/screens.ts`; navigation, routes and titles follow from it. */
export interface Screen {
  /** Below /app, in the router's own form: `/cases/$id`. */
  readonly path: `/${string}`
  readonly title: string
  /** Loaded when it is first opened: `() => import('./CasePage.tsx').then((file) => file.CasePage)`. */
  readonly load: () => Promise<ComponentType>
  /** Who sees it in the navigation; everyone signed in where it is not said. The server decides what may be read. */
  readonly roles?: readonly RoleCode[]
  /** Where it stands in the navigation; screens without it are reached by links. */
  readonly menu?: { readonly group: (typeof menuGroups)[number]; readonly order: number }
  /** Shown without the shell, before anyone has signed in. */
  readonly open?: true
}
