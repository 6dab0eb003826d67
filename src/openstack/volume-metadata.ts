import type { VolumeId } from '#src/model/volume.ts'
import type { CloudScope } from '#src/model/workplace.ts'

import { ApiError } from './api-error.ts'
import { tell } from './http.ts'

const pathOf = (id: VolumeId) => `/volumes/${encodeURIComponent(id)}/metadata`

/** Adds pairs to a volume's metadata, or gives them other values; the others stay. */
export const addMetadata = (
  cloud: CloudScope,
  id: VolumeId,
  metadata: Readonly<Record<string, string>>,
) =>
  tell({
    cloud,
    service: 'volume',
    method: 'POST',
    path: pathOf(id),
    body: { metadata },
  })

/** Cinder's sentence of a pair that is not there, in place of a volume: cinder/exception.py, VolumeMetadataNotFound. */
const noSuchPair = 'has no metadata with key'

/** Removes a pair from a volume's metadata; one that is not there is none to remove. */
export async function removeMetadata(cloud: CloudScope, id: VolumeId, key: string): Promise<void> {
  try {
    await tell({
      cloud,
      service: 'volume',
      method: 'DELETE',
      path: `${pathOf(id)}/${encodeURIComponent(key)}`,
    })
  } catch (error) {
    if (!(error instanceof ApiError) || !error.message.includes(noSuchPair)) throw error
  }
}
