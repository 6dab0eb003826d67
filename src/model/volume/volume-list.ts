import type { ListFlaws } from '#src/model/cloud/listed.ts'

import { isChanging, isMigrating, type Volume, type VolumeId } from './volume.ts'

/** The project's volumes as far as they are known. */
export type VolumeList = {
  volumes: readonly Volume[]
  /** How many there are in all, where the cloud counts them. */
  total?: number
  /** Whether all have been fetched. */
  complete: boolean
  /** When all were read for the last time, in ms since the epoch; there where they have been. */
  readAt?: number
  /** What is wrong with the list, where something is. */
  flaws?: ListFlaws
}

/** The list with `volume` as it is now: in its place, or in front where it is new. */
export function withVolume(list: VolumeList, volume: Volume): VolumeList {
  const place = list.volumes.findIndex(({ id }) => id === volume.id)
  if (place < 0) return counted(list, [volume, ...list.volumes])
  const known = list.volumes[place]
  if (known !== undefined && isOlder(volume, known)) return list
  return { ...list, volumes: list.volumes.with(place, volume) }
}

/** The list with all of `seen` as they are now. */
export function withVolumes(list: VolumeList, seen: readonly Volume[]): VolumeList {
  if (seen.length === 0) return list
  const news = new Map(seen.map((volume) => [volume.id, volume]))
  const volumes = list.volumes.map((known) => {
    const volume = news.get(known.id)
    news.delete(known.id)
    return volume === undefined || isOlder(volume, known) ? known : volume
  })
  return news.size === 0 ? { ...list, volumes } : counted(list, [...news.values(), ...volumes])
}

/** The list without the volumes that are gone. */
export function withoutVolumes(list: VolumeList, gone: ReadonlySet<VolumeId>): VolumeList {
  if (gone.size === 0) return list
  return counted(
    list,
    list.volumes.filter(({ id }) => !gone.has(id)),
  )
}

/** What was read at an earlier time than what we know can arrive later. */
const isOlder = (a: Volume, b: Volume) =>
  a.updatedAt !== null && b.updatedAt !== null && a.updatedAt < b.updatedAt

const counted = (list: VolumeList, volumes: readonly Volume[]): VolumeList => ({
  ...list,
  volumes,
  ...(list.total !== undefined && { total: list.total + volumes.length - list.volumes.length }),
})

/**
 * A full reading of the list, which took a while: what came and went in the page meanwhile (`before` and `now`) is
 * kept, and each volume is taken as it was seen last.
 */
export function reconciled(
  before: VolumeList | undefined,
  now: VolumeList | undefined,
  read: VolumeList,
): VolumeList {
  if (now === undefined || now === before) return read
  const had = new Set(before?.volumes.map(({ id }) => id))
  const has = new Map(now.volumes.map((volume) => [volume.id, volume]))
  const kept = read.volumes
    .filter(({ id }) => has.has(id) || !had.has(id))
    .map((volume) => {
      const seen = has.get(volume.id)
      return seen !== undefined && isOlder(volume, seen) ? seen : volume
    })
  const readIds = new Set(read.volumes.map(({ id }) => id))
  const added = now.volumes.filter(({ id }) => !had.has(id) && !readIds.has(id))
  return { ...read, volumes: [...added, ...kept] }
}

/** The volumes that the cloud is at work on. */
export const changingIn = ({ volumes }: VolumeList): Volume[] =>
  volumes.filter((volume) => isChanging(volume) || isMigrating(volume))

/** The time of the newest change that the list knows of, in ms since the epoch; undefined where it knows of none. */
export function newestChange({ volumes }: VolumeList): number | undefined {
  let newest: number | undefined
  for (const { updatedAt, createdAt } of volumes) {
    const changed = updatedAt ?? createdAt
    if (changed !== null && (newest === undefined || changed > newest)) newest = changed
  }
  return newest
}

/**
 * The list with what changed since it was read, or undefined where that can't be all: a volume that was deleted is in no
 * answer, only missing from the cloud's count.
 */
export function caughtUp(
  list: VolumeList,
  changed: readonly Volume[],
  count: number,
): VolumeList | undefined {
  const known = new Map(list.volumes.map((volume) => [volume.id, volume]))
  // The newest change that was known comes with each answer, since times are in whole seconds.
  const news = changed.filter((volume) => {
    const before = known.get(volume.id)
    return before === undefined || !isSame(before, volume)
  })
  const after = withVolumes(list, news)
  const { flaws } = after
  if (flaws === undefined) return after.volumes.length === count ? after : undefined
  const there = new Set(after.volumes.map(({ id }) => id))
  const unread = flaws.unread.filter(({ id }) => id === null || !there.has(id))
  return after.volumes.length + unread.length === count
    ? { ...after, flaws: { ...flaws, unread } }
    : undefined
}

const isSame = (a: Volume, b: Volume) => JSON.stringify(a) === JSON.stringify(b)
