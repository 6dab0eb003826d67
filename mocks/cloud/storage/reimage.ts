import type { Region } from '#mocks/cloud/cloud.ts'
import { enforce, type Caller } from '#mocks/cloud/identity/caller.ts'
import { imageMetadataOf } from '#mocks/cloud/images.ts'
import { invalidInput, invalidVolume, Refusal } from '#mocks/cloud/refusal.ts'

import type { Volume } from './block-storage.ts'

const tooSmall = (bytes: number, size: number) =>
  invalidInput(
    `Size of specified image ${Math.ceil(bytes / 1024 ** 3)}GB is larger than volume size ${size}GB.`,
  )

/** Writes an image over a volume, whose status is `downloading` meanwhile (Cinder, volume/api.py, reimage). */
export function reimage(
  region: Region,
  caller: Caller,
  volume: Volume,
  wish: { imageId: string; mayBeReserved: boolean },
) {
  const { storage, images, clock, durations } = region
  const before = volume.status
  const rule = before === 'reserved' ? 'volume:reimage_reserved' : 'volume:reimage'
  enforce(caller, rule, volume.projectId)
  if (storage.attachmentsOf(volume.id).length > 1)
    throw new Refusal(409, 'Cannot re-image a volume which is attached to more than one server.')
  const from = ['available', 'error', ...(wish.mayBeReserved ? ['reserved'] : [])]
  if (!from.includes(before))
    throw invalidVolume(
      `Volume ${volume.id} status must be ${from.join(' or ')}, but current status is ${before}.`,
    )
  const image = images.imageFor(caller, wish.imageId)
  if (!image) throw new Refusal(404, `Image ${wish.imageId} could not be found.`)
  if ((image.size ?? 0) > volume.size * 1024 ** 3) throw tooSmall(image.size ?? 0, volume.size)
  volume.status = 'downloading'
  volume.updatedAt = clock.now()
  clock.after(durations.create, () => {
    if (storage.volumes.get(volume.id) !== volume) return
    if (volume.status === 'downloading') volume.status = before === 'error' ? 'available' : before
    volume.imageMetadata = imageMetadataOf(image)
    volume.updatedAt = clock.now()
  })
}
