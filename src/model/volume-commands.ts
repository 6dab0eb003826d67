import { openstackCommand, option } from './openstack-command.ts'
import type { Volume } from './volume.ts'

/** Sets name and description, and whether the volume is bootable where that changes. */
export const editCommand = (
  volume: Pick<Volume, 'id' | 'bootable'>,
  { name, description, bootable }: Pick<Volume, 'name' | 'description' | 'bootable'>,
): string =>
  openstackCommand(
    'volume set',
    '--name',
    name,
    '--description',
    description,
    bootable === volume.bootable ? undefined : bootable ? '--bootable' : '--non-bootable',
    volume.id,
  )

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
    wish.name || undefined,
  )
