import { speaks } from '#src/model/cloud/microversion.ts'
import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { Volume, VolumeId } from '#src/model/volume/volume.ts'
import { isNotFound } from '#src/openstack/http/api-error.ts'
import { getVolume, listVolumes } from '#src/openstack/volumes/volumes.ts'

/** What a look at volumes found: those that are there, and those that are not any more. */
export type Sighting = { seen: Volume[]; gone: Set<VolumeId> }

/** At or below this count, single GETs are cheaper than one `updated_at` query. */
const oneByOne = 2
/** Where the cloud can't tell what changed, so many are asked for at a time; the others have to wait for the next full reading. */
const mostOneByOne = 10

async function recheckEach(
  cloud: CloudScope,
  volumes: readonly Volume[],
  signal: AbortSignal,
): Promise<Sighting> {
  const sighting: Sighting = { seen: [], gone: new Set() }
  await Promise.all(
    volumes.map(async ({ id }) => {
      try {
        sighting.seen.push(await getVolume(cloud, id, signal))
      } catch (error) {
        if (!isNotFound(error)) throw error
        sighting.gone.add(id)
      }
    }),
  )
  return sighting
}

/**
 * Looks at the volumes that are changing, in as few requests as the cloud allows: with microversion 3.60 one, for all
 * that changed since the least recent of their changes. A volume whose change is known is in that answer as long as it exists.
 */
export async function lookAtChanging(
  cloud: CloudScope,
  changing: readonly Volume[],
  signal: AbortSignal,
): Promise<Sighting> {
  if (changing.length <= oneByOne) return recheckEach(cloud, changing, signal)
  if (!speaks(cloud, 'volume', '3.60'))
    return recheckEach(cloud, changing.slice(0, mostOneByOne), signal)
  const times = changing.map(({ updatedAt, createdAt }) => updatedAt ?? createdAt ?? 0)
  const changedSince = times.reduce((least, time) => Math.min(least, time))
  const page = await listVolumes(cloud, { changedSince, limit: 1_000 }, signal)
  // One that can't be read just now is there all the same.
  const seenIds = new Set([...page.items, ...page.unread].map(({ id }) => id))
  const missing = changing.filter(({ id, updatedAt }) => updatedAt !== null && !seenIds.has(id))
  const isWhole = page.next === undefined && !seenIds.has(null)
  return { seen: page.items, gone: new Set(isWhole ? missing.map(({ id }) => id) : []) }
}
