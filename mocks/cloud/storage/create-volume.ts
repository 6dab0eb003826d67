import type { Region } from '#mocks/cloud/cloud.ts'
import { enforce, type Caller } from '#mocks/cloud/identity/caller.ts'
import { newUuid } from '#mocks/cloud/ids.ts'
import { imageMetadataOf, type Image } from '#mocks/cloud/images.ts'
import { invalidInput, invalidVolume, notFound, Refusal } from '#mocks/cloud/refusal.ts'

import type { Snapshot, Volume, VolumeType } from './block-storage.ts'
import { checkGigabytes, checkVolumes, checkVolumeSize } from './quotas.ts'
import { isShareable, poolFor } from './scheduler.ts'
import { defaultTypeOf, typeByIdOrName } from './volume-types.ts'

/** What was asked of `POST /volumes`. */
export type VolumeWish = {
  name: string | null
  description: string | null
  /** GiB; null where the source's size is meant. */
  size: number | null
  type: string | null
  snapshotId: string | null
  sourceId: string | null
  imageId: string | null
  metadata: Record<string, string>
}

type Source = {
  snapshot: Snapshot | undefined
  volume: Volume | undefined
  image: Image | undefined
}

function sourceOf({ storage, images }: Region, caller: Caller, wish: VolumeWish): Source {
  const { snapshotId, sourceId, imageId } = wish
  const snapshot = snapshotId === null ? undefined : storage.snapshots.get(snapshotId)
  const visible = caller.isAdmin || snapshot?.projectId === caller.projectId
  if (snapshotId !== null && !(snapshot && visible)) throw notFound('Snapshot', snapshotId)
  const image = imageId === null ? undefined : images.imageFor(caller, imageId)
  if (imageId !== null && !image)
    throw new Refusal(400, 'Invalid image identifier or unable to access requested image.')
  const volume = sourceId === null ? undefined : storage.volumeFor(caller, sourceId)
  return { snapshot, volume, image }
}

function checkSources({ snapshot, volume, image }: Source, wish: VolumeWish) {
  const given = [wish.imageId, wish.snapshotId, wish.sourceId].filter((id) => id !== null)
  if (given.length > 1)
    throw invalidInput('May specify only one of backup, imageRef, snapshot, source volume')
  if (snapshot && snapshot.status !== 'available')
    throw new Refusal(400, `Invalid snapshot: Source snapshot must be available.`)
  if (volume && !['available', 'in-use', 'error'].includes(volume.status))
    throw invalidVolume(
      `Originating snapshot/volume status must be one of available, in-use values`,
    )
  if (image && image.status !== 'active')
    throw invalidInput(`Invalid image identifier: Image ${image.id} is not active.`)
}

function sizeOf(wish: VolumeWish, { snapshot, volume, image }: Source): number {
  const source = snapshot?.size ?? volume?.size
  const size = wish.size ?? source
  if (size === undefined)
    throw new Refusal(
      400,
      'The server could not comply with the request since it is either malformed or otherwise incorrect.',
    )
  if (snapshot && size < snapshot.size)
    throw invalidInput(
      `Volume size '${size}'GB cannot be smaller than the snapshot size ${snapshot.size}GB. They must be >= original snapshot size.`,
    )
  if (volume && size < volume.size)
    throw invalidInput(
      `Volume size '${size}'GB cannot be smaller than original volume size  ${volume.size}GB. They must be >= original volume size.`,
    )
  const imageGiB = Math.ceil((image?.size ?? 0) / 1024 ** 3)
  if (image && size < imageGiB)
    throw invalidInput(
      `Size of specified image ${imageGiB}GB is larger than volume size ${size}GB.`,
    )
  if (image && size < image.minDisk)
    throw invalidInput(
      `Volume size ${size}GB cannot be smaller than the image minDisk size ${image.minDisk}GB.`,
    )
  return size
}

function typeOf(region: Region, caller: Caller, wish: VolumeWish, source: Source): VolumeType {
  const { storage } = region
  const wanted = wish.type === null ? undefined : typeByIdOrName(storage, caller, wish.type)
  const inherited = source.snapshot ?? source.volume
  const original = inherited && storage.typeOf(inherited)
  if (wanted && original && wanted !== original) {
    const advice = source.snapshot
      ? 'recommend omitting the type argument'
      : 'either match source volume, or omit type argument'
    throw invalidInput(
      `Invalid volume_type provided: ${wanted.id} (requested type is not compatible; ${advice}).`,
    )
  }
  return wanted ?? original ?? defaultTypeOf(storage, caller.projectId ?? '')
}

/** What the back end does once the request was accepted. */
function followUp(region: Region, caller: Caller, volume: Volume, source: Source) {
  const { storage, clock, durations } = region
  const type = storage.typeOf(volume)
  const pool = type && poolFor(region, type, volume.size)
  const during = (share: number, run: () => void) =>
    clock.after(durations.create * share, () => {
      if (storage.volumes.get(volume.id) !== volume) return
      run()
      volume.updatedAt = clock.now()
    })
  if (!pool) {
    during(0.5, () => {
      volume.status = 'error'
      storage.tell({
        projectId: volume.projectId,
        eventId: 'VOLUME_VOLUME_001_003',
        text: 'schedule allocate volume:Could not find any available weighted backend.',
        level: 'ERROR',
        requestId: caller.requestId,
        resourceType: 'VOLUME',
        resourceId: volume.id,
        createdAt: clock.now(),
      })
    })
    return
  }
  during(0.2, () => {
    volume.host = pool.name
  })
  if (source.image)
    during(0.5, () => {
      volume.status = 'downloading'
    })
  during(1, () => {
    const { image } = source
    if (image) {
      volume.bootable = true
      volume.imageMetadata = imageMetadataOf(image)
    }
    // A reservation made while the image came in has the volume already.
    if (volume.status === 'creating' || volume.status === 'downloading') volume.status = 'available'
  })
}

/** Makes a volume as Cinder does: refuses at once what can be, and goes on over time. */
export function createVolume(region: Region, caller: Caller, wish: VolumeWish): Volume {
  const { storage, clock } = region
  const projectId = caller.projectId ?? ''
  if (wish.type !== null) typeByIdOrName(storage, caller, wish.type)
  const source = sourceOf(region, caller, wish)
  // What is not there is told to everybody, before the policy is asked.
  enforce(caller, 'volume:create')
  checkSources(source, wish)
  const size = sizeOf(wish, source)
  const type = typeOf(region, caller, wish, source)
  const multiattach = isShareable(type)
  if (multiattach) enforce(caller, 'volume:multiattach')
  if (multiattach && type.encryption)
    throw invalidVolume('Multiattach cannot be used with encrypted volumes.')
  checkVolumeSize(storage, projectId, size)
  checkVolumes(storage, projectId, type)
  checkGigabytes(storage, projectId, type, size)
  const volume = storage.addVolume({
    id: newUuid(),
    projectId,
    userId: caller.userId,
    name: wish.name,
    description: wish.description,
    size,
    status: 'creating',
    attachStatus: 'detached',
    typeId: type.id,
    multiattach,
    bootable: source.volume?.bootable ?? false,
    encrypted: type.encryption !== null,
    metadata: wish.metadata,
    adminMetadata: {},
    imageMetadata: source.volume?.imageMetadata ?? null,
    snapshotId: wish.snapshotId,
    sourceVolumeId: wish.sourceId,
    availabilityZone: 'nova',
    host: null,
    migrationStatus: null,
    groupId: null,
    createdAt: clock.now(),
    updatedAt: null,
  })
  followUp(region, caller, volume, source)
  return volume
}
