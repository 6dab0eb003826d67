import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'

import { instancesSearch } from '#src/panels/instances/instances-search.ts'
import { sharingSearch } from '#src/panels/sharing/sharing-search.ts'
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

const instances = createRoute({
  getParentRoute: () => root,
  path: '/project/instances',
  validateSearch: instancesSearch,
  staticData: { title: 'title.instances' },
  component: lazyRouteComponent(
    () => import('#src/panels/instances/InstancesPage.tsx'),
    'InstancesPage',
  ),
})

const sharing = createRoute({
  getParentRoute: () => root,
  path: '/project/sharing',
  validateSearch: sharingSearch,
  staticData: { title: 'title.sharing' },
  component: lazyRouteComponent(() => import('#src/panels/sharing/SharingPage.tsx'), 'SharingPage'),
})

/** The pages and their addresses. */
export const router = createRouter({
  routeTree: root.addChildren([home, volumes, instances, sharing]),
  parseSearch,
  stringifySearch,
  defaultErrorComponent: FaultPage,
  defaultPreload: 'intent',
  scrollRestoration: false,
})

type PageTitle = 'title.volumes' | 'title.instances' | 'title.sharing'

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface StaticDataRouteOption {
    /** The name of the page, for the browser's tab. */
    title?: PageTitle
  }
}
