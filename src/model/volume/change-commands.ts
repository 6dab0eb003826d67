import { openstackCommand, operands, option } from '#src/model/cloud/openstack-command.ts'

import { extendsInUseSince } from './volume-change.ts'
import type { MetadataChange } from './volume-metadata.ts'
import type { Volume } from './volume.ts'

type Id = Pick<Volume, 'id'>

/** Makes a volume larger. One that is in use needs a newer microversion than the client's own. */
export const extendCommand = (
  { id, status }: Pick<Volume, 'id' | 'status'>,
  sizeGiB: number,
): string =>
  openstackCommand(
    status === 'available'
      ? 'volume set'
      : `--os-volume-api-version ${extendsInUseSince} volume set`,
    ...option('size', sizeGiB),
    id,
  )

/** Changes a volume's type. */
export const retypeCommand = (
  { id }: Id,
  { type, migrationPolicy }: { type: string; migrationPolicy: 'never' | 'on-demand' },
): string =>
  openstackCommand(
    'volume set',
    ...option('type', type),
    ...option('retype-policy', migrationPolicy),
    id,
  )

/** Makes an image of a volume. */
export const uploadCommand = (
  { id }: Id,
  image: { name: string; diskFormat: string; containerFormat: string },
): string =>
  openstackCommand(
    'image create',
    ...option('volume', id),
    ...option('disk-format', image.diskFormat),
    ...option('container-format', image.containerFormat),
    ...operands(image.name),
  )

/** Sets whether instances get the volume read-only. */
export const readOnlyCommand = ({ id }: Id, readOnly: boolean): string =>
  openstackCommand('volume set', readOnly ? '--read-only' : '--read-write', id)

/** Sets whether an instance can be booted from the volume. */
export const bootableCommand = ({ id }: Id, bootable: boolean): string =>
  openstackCommand('volume set', bootable ? '--bootable' : '--non-bootable', id)

const changed = ({ id }: Id, name: 'property' | 'image-property', change: MetadataChange) => {
  const pairs = Object.entries(change.set).map(([key, value]) => `${key}=${value}`)
  return [
    ...(pairs.length > 0
      ? [openstackCommand('volume set', ...pairs.flatMap((pair) => option(name, pair)), id)]
      : []),
    ...(change.unset.length > 0
      ? [openstackCommand('volume unset', ...change.unset.flatMap((key) => option(name, key)), id)]
      : []),
  ]
}

/** Changes a volume's metadata, and its image's; undefined where nothing changes. */
export function metadataCommand(
  volume: Id,
  { own, image }: { own: MetadataChange; image: MetadataChange },
): string | undefined {
  const commands = [
    ...changed(volume, 'property', own),
    ...changed(volume, 'image-property', image),
  ]
  return commands.length > 0 ? commands.join('\n') : undefined
}
