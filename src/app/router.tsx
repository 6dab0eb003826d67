import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'

import { volumeSearch, volumesSearch } from '#src/panels/volumes/volumes-search.ts'

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

const volume = createRoute({
  getParentRoute: () => root,
  path: '/project/volumes/$volumeId',
  validateSearch: volumeSearch,
  // Its title is the volume's name, which the page knows.
  component: lazyRouteComponent(
    () => import('#src/panels/volumes/VolumeDetailsPage.tsx'),
    'VolumeDetailsPage',
  ),
})

/** The pages and their addresses. */
export const router = createRouter({
  routeTree: root.addChildren([home, volumes, volume]),
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
