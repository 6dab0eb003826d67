import { mutationOptions, type QueryClient } from '@tanstack/react-query'

import type { Scope } from '#src/model/cloud/scope.ts'
import type { NewWords } from '#src/model/volume/new-words.ts'
import type { MetadataChange } from '#src/model/volume/volume-metadata.ts'
import type { VolumeId } from '#src/model/volume/volume.ts'
import {
  extendVolume,
  type MigrationPolicy,
  type UploadImageRequest,
  retypeVolume,
  setBootable,
  setImageMetadata,
  setReadOnly,
  unsetImageMetadata,
  uploadToImage,
} from '#src/openstack/volumes/volume-actions.ts'
import { updateVolume } from '#src/openstack/volumes/volumes.ts'

import { changeMetadata } from './change-metadata.ts'
import { imagesKey } from './create-volume.ts'
import { quotaKey } from './quota.ts'
import { lookAtVolume } from './volumes.ts'

/** The volume's row follows the change, and a refusal too: it shows that the row was old. */
const followedBy = (scope: Scope, id: VolumeId) => ({
  onSettled: async (
    _answer: unknown,
    _error: Error | null,
    _asked: unknown,
    _result: unknown,
    { client }: { client: QueryClient },
  ) => {
    // Should this look fail, the list's next reading comes instead; the act itself has its own outcome.
    await lookAtVolume(client, scope, id).catch(() => undefined)
  },
})

/** Changes a volume's name and description, and whether it is bootable; what is not given stays. */
export const editVolumeMutation = (scope: Scope, id: VolumeId) =>
  mutationOptions({
    mutationFn: async ({
      words,
      bootable,
    }: {
      words?: NewWords | undefined
      bootable?: boolean | undefined
    }) => {
      if (words) await updateVolume(scope, id, words)
      if (bootable !== undefined) await setBootable(scope, id, bootable)
    },
    ...followedBy(scope, id),
  })

/** Makes a volume larger. */
export const extendVolumeMutation = (scope: Scope, id: VolumeId) =>
  mutationOptions({
    mutationFn: (sizeGiB: number) => extendVolume(scope, id, sizeGiB),
    ...followedBy(scope, id),
    meta: { refreshes: [quotaKey(scope)] },
  })

/** Gives a volume another type. */
export const retypeVolumeMutation = (scope: Scope, id: VolumeId) =>
  mutationOptions({
    mutationFn: (request: { type: string; migrationPolicy: MigrationPolicy }) =>
      retypeVolume(scope, id, request),
    ...followedBy(scope, id),
    meta: { refreshes: [quotaKey(scope)] },
  })

/** Makes an image of a volume. */
export const uploadToImageMutation = (scope: Scope, id: VolumeId) =>
  mutationOptions({
    mutationFn: (image: UploadImageRequest) => uploadToImage(scope, id, image),
    ...followedBy(scope, id),
    meta: { refreshes: [imagesKey(scope)] },
  })

/** Sets whether instances get a volume read-only. */
export const setReadOnlyMutation = (scope: Scope, id: VolumeId) =>
  mutationOptions({
    mutationFn: (readOnly: boolean) => setReadOnly(scope, id, readOnly),
    ...followedBy(scope, id),
  })

/** What is to become of a volume's own metadata, and of that of the image that it was made of. */
export type NewMetadata = { own: MetadataChange; image: MetadataChange }

/** Changes a volume's metadata, and that of the image that it was made of; pairs that are not named stay. */
export const updateMetadataMutation = (scope: Scope, id: VolumeId) =>
  mutationOptions({
    mutationFn: async ({ own, image }: NewMetadata) => {
      await changeMetadata(scope, { kind: 'volumes', id }, own)
      if (Object.keys(image.set).length > 0) await setImageMetadata(scope, id, image.set)
      for (const key of image.unset) await unsetImageMetadata(scope, id, key)
    },
    ...followedBy(scope, id),
  })
