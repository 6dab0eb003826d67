import { createRouter } from '@tanstack/react-router'

import { FaultPage } from '#src/app/FaultPage.tsx'
import type english from '#src/app/languages/en/frame.json'
import { queryClient } from '#src/app/query-client.ts'

import { adminRoute } from './admin-routes.ts'
import { projectRoutes } from './project-routes.ts'
import { root } from './root-route.ts'
import { parseSearch, stringifySearch } from './search-params.ts'

/** The pages and their addresses. */
export const router = createRouter({
  context: { client: queryClient },
  routeTree: root.addChildren([...projectRoutes, adminRoute]),
  parseSearch,
  stringifySearch,
  defaultErrorComponent: FaultPage,
  defaultPreload: 'intent',
  scrollRestoration: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface StaticDataRouteOption {
    /** The name of the page, for the browser's tab. */
    title?: `title.${keyof (typeof english)['title']}`
  }
}
