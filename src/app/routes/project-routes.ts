import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'

import { volumesAhead } from '#src/app/prefetch.ts'
import { instancesSearch } from '#src/panels/instances/instances-search.ts'
import { sharingSearch } from '#src/panels/sharing/sharing-search.ts'
import { snapshotSearch, snapshotsSearch } from '#src/panels/snapshots/snapshots-search.ts'
import { volumeSearch, volumesSearch } from '#src/panels/volumes/volumes-search.ts'

import { root } from './root-route.ts'

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
  loader: volumesAhead(),
  component: lazyRouteComponent(
    () => import('#src/panels/volumes/table/VolumesPage.tsx'),
    'VolumesPage',
  ),
})

const volume = createRoute({
  getParentRoute: () => root,
  path: '/project/volumes/$volumeId',
  validateSearch: volumeSearch,
  // Its title is the volume's name, which the page knows.
  component: lazyRouteComponent(
    () => import('#src/panels/volumes/details/VolumeDetailsPage.tsx'),
    'VolumeDetailsPage',
  ),
})

const snapshots = createRoute({
  getParentRoute: () => root,
  path: '/project/snapshots',
  validateSearch: snapshotsSearch,
  staticData: { title: 'title.snapshots' },
  component: lazyRouteComponent(
    () => import('#src/panels/snapshots/SnapshotsPage.tsx'),
    'SnapshotsPage',
  ),
})

const snapshot = createRoute({
  getParentRoute: () => root,
  path: '/project/snapshots/$snapshotId',
  validateSearch: snapshotSearch,
  // Its title is the snapshot's name, which the page knows.
  component: lazyRouteComponent(
    () => import('#src/panels/snapshots/SnapshotDetailsPage.tsx'),
    'SnapshotDetailsPage',
  ),
})

const instances = createRoute({
  getParentRoute: () => root,
  path: '/project/instances',
  validateSearch: instancesSearch,
  loader: volumesAhead(),
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
  loader: volumesAhead(),
  staticData: { title: 'title.sharing' },
  component: lazyRouteComponent(() => import('#src/panels/sharing/SharingPage.tsx'), 'SharingPage'),
})

/** The pages about the session's project. */
export const projectRoutes = [
  home,
  volumes,
  volume,
  snapshots,
  snapshot,
  instances,
  sharing,
] as const
