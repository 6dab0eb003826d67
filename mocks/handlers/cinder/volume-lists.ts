import { fixedUuid } from '#mocks/cloud/ids.ts'
import { countOf, pageOf, type Listing } from '#mocks/cloud/listing.ts'
import { notFound, Refusal } from '#mocks/cloud/refusal.ts'
import type { Volume } from '#mocks/cloud/storage/block-storage.ts'
import { ok } from '#mocks/handlers/answer.ts'
import { projectOf, route, since, type Ask, type ServiceRoute } from '#mocks/handlers/ask.ts'
import { nextLink, wantsCount } from '#mocks/handlers/paging.ts'
import { booleanOf } from '#mocks/handlers/values.ts'

import { cinderListing } from './cinder-listing.ts'
import { volumeOf } from './volume-changes.ts'
import { volumeKind } from './volume-filters.ts'
import { volumeSummary, volumeView } from './volume-view.ts'

/** Whether an administrator asks for the volumes of all projects. */
function wantsAll({ query, caller }: Ask): boolean {
  const text = query.get('all_tenants')
  if (text === null || !caller.isAdmin) return false
  const wanted = booleanOf(text)
  if (wanted === undefined)
    throw new Refusal(400, `Value '${text}' for 'all_tenants' is not a boolean.`)
  return wanted
}

function listingOf(ask: Ask): Listing<Volume> {
  const all = wantsAll(ask)
  return cinderListing(ask, volumeKind, {
    projectId: all ? undefined : (ask.caller.projectId ?? ''),
    // An administrator who says that they want no others' is taken to look for a column of that name.
    without: [...(all ? ['all_tenants'] : []), ...(since(ask, 3, 45) ? ['with_count'] : [])],
    // It may be another project's (cinder/volume/api.py, get_all, looks for it as an administrator).
    marker: (id) => {
      const marker = ask.region.storage.volumes.get(id)
      if (!marker) throw notFound('Volume', id)
      return marker
    },
  })
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

/** What the volumes are together; filters are read and passed over (cinder/volume/api.py, get_volume_summary). */
function summary(ask: Ask) {
  const projectId = wantsAll(ask) ? undefined : (ask.caller.projectId ?? '')
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
  route('GET', 'volumes/:id/encryption', (ask) => {
    const { encrypted, id } = volumeOf(ask)
    return ok({ encryption_key_id: encrypted ? fixedUuid(`key ${id}`) : null })
  }),
]
