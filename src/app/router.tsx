import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'

import { volumesSearch } from '#src/panels/volumes/volumes-search.ts'

import { AppShell } from './AppShell.tsx'
import { FaultPage } from './FaultPage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { parseSearch, stringifySearch } from './search-params.ts'

const root = createRootRoute({ component: AppShell, notFoundComponent: NotFoundPage })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/project/volumes', replace: true })
  },
})

const volumes = createRoute({
  getParentRoute: () => root,
  path: '/project/volumes',
  validateSearch: volumesSearch,
  staticData: { title: 'title.volumes' },
  component: lazyRouteComponent(() => import('#src/panels/volumes/VolumesPage.tsx'), 'VolumesPage'),
})

/** The pages and their addresses. */
export const router = createRouter({
  routeTree: root.addChildren([home, volumes]),
  parseSearch,
  stringifySearch,
  defaultErrorComponent: FaultPage,
  defaultPreload: 'intent',
  scrollRestoration: false,
})

type PageTitle = 'title.volumes'

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface StaticDataRouteOption {
    /** The name of the page, for the browser's tab. */
    title?: PageTitle
  }
}
