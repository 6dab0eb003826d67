import { openstackCommand, operands, option } from '#src/model/cloud/openstack-command.ts'

import type { Volume } from './volume.ts'

type Words = Pick<Volume, 'name' | 'description'>

/**
 * The options that make of some words others; undefined where the client can't: it takes an empty text for none at all
 * (python-openstackclient, `volume set --name`).
 */
export function wordOptions(before: Words, after: Words): string[] | undefined {
  const changed = (['name', 'description'] as const).filter(
    (field) => after[field] !== before[field],
  )
  if (changed.some((field) => after[field] === '')) return undefined
  return changed.flatMap((field) => option(field, after[field]))
}

/** Sets what changes of name and description, and whether the volume is bootable; undefined where nothing changes or the client can't. */
export function editCommand(
  volume: Words & Pick<Volume, 'id' | 'bootable'>,
  wish: Words & Pick<Volume, 'bootable'>,
): string | undefined {
  const words = wordOptions(volume, wish)
  const flag =
    wish.bootable === volume.bootable ? [] : [wish.bootable ? '--bootable' : '--non-bootable']
  if (!words || words.length + flag.length === 0) return undefined
  return openstackCommand('volume set', ...words, ...flag, volume.id)
}

/** Deletes volumes, with `cascade` also their snapshots, with `force` whatever their status is; the client can't do both at once. */
export const deleteCommand = (
  volumes: readonly Pick<Volume, 'id'>[],
  { cascade = false, force = false } = {},
): string =>
  openstackCommand(
    'volume delete',
    force ? '--force' : undefined,
    cascade ? '--purge' : undefined,
    ...volumes.map(({ id }) => id),
  )

/** Makes a volume. */
export const createCommand = (wish: {
  name: string
  description?: string | undefined
  sizeGiB?: number | undefined
  type?: string | undefined
  availabilityZone?: string | undefined
  image?: string | undefined
  snapshot?: string | undefined
  source?: string | undefined
}): string =>
  openstackCommand(
    'volume create',
    ...option('size', wish.sizeGiB),
    ...option('type', wish.type),
    ...option('availability-zone', wish.availabilityZone),
    ...option('image', wish.image),
    ...option('snapshot', wish.snapshot),
    ...option('source', wish.source),
    ...option('description', wish.description),
    // Older clients ask for a name, if only an empty one.
    ...operands(wish.name),
  )
