import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { volumeTypesSearch } from '#src/panels/volume-types/volume-types-search.ts'
import { volumeSearch, volumesSearch } from '#src/panels/volumes/volumes-search.ts'

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
  validateSearch: volumesSearch,
  staticData: { title: 'title.adminVolumes' },
  component: lazyRouteComponent(() => import('#src/panels/volumes/VolumesPage.tsx'), 'VolumesPage'),
})

const adminVolume = createRoute({
  getParentRoute: () => admin,
  path: 'volumes/$volumeId',
  validateSearch: volumeSearch,
  // Its title is the volume's name, which the page knows.
  component: lazyRouteComponent(
    () => import('#src/panels/volumes/VolumeDetailsPage.tsx'),
    'VolumeDetailsPage',
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
  validateSearch: volumeTypesSearch,
  staticData: { title: 'title.volumeTypes' },
  component: lazyRouteComponent(
    () => import('#src/panels/volume-types/VolumeTypesPage.tsx'),
    'VolumeTypesPage',
  ),
})

const backEnds = createRoute({
  getParentRoute: () => admin,
  path: 'back-ends',
  staticData: { title: 'title.backEnds' },
  component: lazyRouteComponent(
    () => import('#src/panels/back-ends/BackEndsPage.tsx'),
    'BackEndsPage',
  ),
})

const hosts = createRoute({
  getParentRoute: () => admin,
  path: 'hosts',
  staticData: { title: 'title.hosts' },
  component: lazyRouteComponent(() => import('#src/panels/hosts/HostsPage.tsx'), 'HostsPage'),
})

/** The pages about all projects, for administrators. */
export const adminRoute = admin.addChildren([
  adminVolumes,
  adminVolume,
  attachments,
  volumeTypes,
  backEnds,
  hosts,
])
