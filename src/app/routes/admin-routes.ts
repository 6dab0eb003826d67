import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { AdministratorsOnly } from '#src/app/AdministratorsOnly.tsx'
import { volumesAhead } from '#src/app/prefetch.ts'
import { attachmentsSearch } from '#src/panels/attachments/attachments-search.ts'
import { backEndsSearch } from '#src/panels/back-ends/back-ends-search.ts'
import { hostsSearch } from '#src/panels/hosts/hosts-search.ts'
import { volumeTypesSearch } from '#src/panels/volume-types/volume-types-search.ts'
import { volumeSearch, volumesSearch } from '#src/panels/volumes/volumes-search.ts'

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
  loader: volumesAhead({ allProjects: true }),
  component: lazyRouteComponent(
    () => import('#src/panels/volumes/table/VolumesPage.tsx'),
    'VolumesPage',
  ),
})

const adminVolume = createRoute({
  getParentRoute: () => admin,
  path: 'volumes/$volumeId',
  validateSearch: volumeSearch,
  // Its title is the volume's name, which the page knows.
  component: lazyRouteComponent(
    () => import('#src/panels/volumes/details/VolumeDetailsPage.tsx'),
    'VolumeDetailsPage',
  ),
})

const attachments = createRoute({
  getParentRoute: () => admin,
  path: 'attachments',
  validateSearch: attachmentsSearch,
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
  adminVolume,
  attachments,
  volumeTypes,
  backEnds,
  hosts,
])
