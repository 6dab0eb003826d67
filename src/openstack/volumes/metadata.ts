import { z } from 'zod/mini'

import type { CloudScope } from '#src/model/cloud/scope.ts'
import { hasAddress } from '#src/model/volume/volume-metadata.ts'
import { ApiError } from '#src/openstack/http/api-error.ts'
import { pairs } from '#src/openstack/http/fields.ts'
import { cinder } from '#src/openstack/http/http.ts'

/** What key and value pairs are of. */
export type MetadataOwner = { kind: 'volumes' | 'snapshots'; id: string }

const pathOf = ({ kind, id }: MetadataOwner) => `/${kind}/${encodeURIComponent(id)}/metadata`

/** Adds pairs to what a volume or snapshot has, or gives them other values; the others stay. */
export const addMetadata = (
  cloud: CloudScope,
  owner: MetadataOwner,
  metadata: Readonly<Record<string, string>>,
) => cinder(cloud).send('POST', pathOf(owner), { body: { metadata } })

/** Cinder's sentence of a pair that is not there, in place of its owner: cinder/exception.py, VolumeMetadataNotFound. */
const noSuchPair = 'has no metadata with key'

async function removeOne(cloud: CloudScope, owner: MetadataOwner, key: string): Promise<void> {
  const path = `${pathOf(owner)}/${encodeURIComponent(key)}`
  try {
    await cinder(cloud).send('DELETE', path)
  } catch (error) {
    if (!(error instanceof ApiError) || !error.message.includes(noSuchPair)) throw error
  }
}

const allPairs = z.object({ metadata: pairs })

/**
 * Removes pairs; one that is not there is none to remove. Keys that Cinder has no address for, such as those with a slash, go by
 * putting all the others, which are asked just before.
 */
export async function removeMetadata(
  cloud: CloudScope,
  owner: MetadataOwner,
  keys: readonly string[],
): Promise<void> {
  for (const key of keys.filter(hasAddress)) await removeOne(cloud, owner, key)
  const others = new Set(keys.filter((key) => !hasAddress(key)))
  if (others.size === 0) return
  const path = pathOf(owner)
  const body = await cinder(cloud).get(path, allPairs)
  const metadata = Object.fromEntries(
    Object.entries(body.metadata ?? {}).filter(([key]) => !others.has(key)),
  )
  await cinder(cloud).send('PUT', path, { body: { metadata } })
}
