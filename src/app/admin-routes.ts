import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { backEndsSearch } from '#src/panels/back-ends/back-ends-search.ts'
import { hostsSearch } from '#src/panels/hosts/hosts-search.ts'

import { AdministratorsOnly } from './AdministratorsOnly.tsx'
import { root } from './root-route.ts'

const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  component: AdministratorsOnly,
})

const adminVolumes = createRoute({
  getParentRoute: () => admin,
  path: 'volumes',
  staticData: { title: 'title.adminVolumes' },
  component: lazyRouteComponent(
    () => import('#src/panels/volumes/AdminVolumesPage.tsx'),
    'AdminVolumesPage',
  ),
})

const attachments = createRoute({
  getParentRoute: () => admin,
  path: 'attachments',
  staticData: { title: 'title.attachments' },
  component: lazyRouteComponent(
    () => import('#src/panels/attachments/AttachmentsPage.tsx'),
    'AttachmentsPage',
  ),
})

const volumeTypes = createRoute({
  getParentRoute: () => admin,
  path: 'volume-types',
  staticData: { title: 'title.volumeTypes' },
  component: lazyRouteComponent(
    () => import('#src/panels/volume-types/VolumeTypesPage.tsx'),
    'VolumeTypesPage',
  ),
})

const backEnds = createRoute({
  getParentRoute: () => admin,
  path: 'back-ends',
  validateSearch: backEndsSearch,
  staticData: { title: 'title.backEnds' },
  component: lazyRouteComponent(
    () => import('#src/panels/back-ends/BackEndsPage.tsx'),
    'BackEndsPage',
  ),
})

const hosts = createRoute({
  getParentRoute: () => admin,
  path: 'hosts',
  validateSearch: hostsSearch,
  staticData: { title: 'title.hosts' },
  component: lazyRouteComponent(() => import('#src/panels/hosts/HostsPage.tsx'), 'HostsPage'),
})

/** The pages about all projects, for administrators. */
export const adminRoute = admin.addChildren([
  adminVolumes,
  attachments,
  volumeTypes,
  backEnds,
  hosts,
])
