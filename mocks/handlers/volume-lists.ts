import type { Volume } from '#mocks/cloud/block-storage.ts'
import { countOf, pageOf, type Listing } from '#mocks/cloud/listing.ts'

import { ok } from './answer.ts'
import { projectOf, route, since, type Ask, type ServiceRoute } from './ask.ts'
import {
  cinderOrder,
  cinderPage,
  nextLink,
  projectToList,
  wantsCount,
  type SortKeys,
} from './paging.ts'
import { volumeTest } from './volume-filters.ts'
import { volumeSummary, volumeView } from './volume-view.ts'

const sortKeys: SortKeys<Volume> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  status: ({ status }) => status,
  size: ({ size }) => size,
  host: ({ host }) => host,
  created_at: ({ createdAt }) => Math.floor(createdAt / 1000),
  updated_at: ({ updatedAt }) => updatedAt && Math.floor(updatedAt / 1000),
  availability_zone: ({ availabilityZone }) => availabilityZone,
  bootable: ({ bootable }) => bootable,
  volume_type_id: ({ typeId }) => typeId,
  project_id: ({ projectId }) => projectId,
  attach_status: ({ attachStatus }) => attachStatus,
}

function listingOf(ask: Ask): Listing<Volume> {
  const marker = ask.query.get('marker')
  return {
    ...cinderPage(ask),
    projectId: projectToList(ask),
    matches: volumeTest(ask),
    compare: cinderOrder(ask, sortKeys),
    marker: marker === null ? undefined : ask.region.storage.volumeFor(ask.caller, marker),
  }
}

const listOf = (path: string, view: typeof volumeSummary | typeof volumeView) => (ask: Ask) => {
  const { volumes } = ask.region.storage
  projectOf(ask)
  const counted = since(ask, 3, 45) && wantsCount(ask)
  const listing = listingOf(ask)
  const items = pageOf(volumes, listing)
  return ok({
    volumes: items.map((volume) => view(ask, volume)),
    ...nextLink(ask, path, 'volumes', { limit: listing.limit, items }),
    ...(counted && { count: countOf(volumes, listing) }),
  })
}

function summary(ask: Ask) {
  const projectId = projectToList(ask)
  let count = 0
  let size = 0
  const metadata: Record<string, string[]> = {}
  for (const volume of ask.region.storage.volumes.newestFirst(projectId)) {
    count += 1
    size += volume.size
    for (const [key, value] of Object.entries(volume.metadata))
      metadata[key] = [...new Set([...(metadata[key] ?? []), value])]
  }
  const totals = { total_count: count, total_size: size }
  return ok({ 'volume-summary': { ...totals, ...(since(ask, 3, 36) && { metadata }) } })
}

export const volumeListRoutes: readonly ServiceRoute[] = [
  route('GET', 'volumes', listOf('volumes', volumeSummary)),
  route('GET', 'volumes/detail', listOf('volumes/detail', volumeView)),
  route('GET', 'volumes/summary', summary, [3, 12]),
  route('GET', 'volumes/:id', (ask) =>
    ok({
      volume: volumeView(ask, ask.region.storage.volumeFor(ask.caller, ask.params['id'] ?? '')),
    }),
  ),
]
