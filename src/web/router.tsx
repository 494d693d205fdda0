import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Loading } from './kit/Loading.tsx'
import type { Screen } from './screen.ts'
import { searchText } from './search-text.ts'
import { Broken } from './shell/Broken.tsx'
import { Missing } from './shell/Missing.tsx'
import { Shell } from './shell/Shell.tsx'

/** One route per screen, its code loaded when it is first opened. Search parameters stay plain text: they are filters. */
export function routerOf(screens: readonly Screen[]) {
  const root = createRootRoute({ component: Shell, notFoundComponent: Missing })
  const routes = screens.map((screen) =>
    createRoute({
      getParentRoute: () => root,
      path: screen.path,
      component: lazyRouteComponent(async () => ({ default: await screen.load() })),
      pendingComponent: Loading,
      validateSearch: (search: Record<string, unknown>) => search,
    }),
  )
  return createRouter({
    routeTree: root.addChildren(routes),
    basepath: '/app',
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: searchText,
    defaultPendingMs: 300,
    defaultErrorComponent: Broken,
    scrollRestoration: true,
  })
}
