import { openstackCommand, operands, option } from '#src/model/cloud/openstack-command.ts'
import { wordOptions } from '#src/model/volume/volume-commands.ts'
import type { MetadataChange } from '#src/model/volume/volume-metadata.ts'
import type { Volume } from '#src/model/volume/volume.ts'

import type { Snapshot } from './snapshot.ts'

/** Takes a snapshot of a volume. The client speaks Cinder's oldest microversion, which asks for force while in use. */
export const createSnapshotCommand = (
  { id, status }: Pick<Volume, 'id' | 'status'>,
  { name, description }: { name: string; description: string },
): string =>
  openstackCommand(
    'volume snapshot create',
    ...option('volume', id),
    ...option('description', description),
    status === 'in-use' ? '--force' : undefined,
    ...operands(name),
  )

/** Sets what changes of a snapshot's name and description; undefined where nothing changes or the client can't. */
export function editSnapshotCommand(
  snapshot: Pick<Snapshot, 'id' | 'name' | 'description'>,
  wish: { name: string; description: string },
): string | undefined {
  const words = wordOptions(snapshot, wish)
  return words && words.length > 0
    ? openstackCommand('volume snapshot set', ...words, snapshot.id)
    : undefined
}

/** Deletes snapshots. */
export const deleteSnapshotsCommand = (snapshots: readonly Pick<Snapshot, 'id'>[]): string =>
  openstackCommand('volume snapshot delete', ...snapshots.map(({ id }) => id))

/** Takes a volume back to its latest snapshot; the snapshot names its volume. */
export const revertCommand = ({ id }: Pick<Snapshot, 'id'>): string =>
  openstackCommand('--os-volume-api-version 3.40 volume revert', id)

/** Changes a snapshot's metadata; undefined where nothing changes. */
export function snapshotMetadataCommand(
  { id }: Pick<Snapshot, 'id'>,
  { set, unset }: MetadataChange,
): string | undefined {
  const pairs = Object.entries(set).map(([key, value]) => `${key}=${value}`)
  const commands = [
    ...(pairs.length > 0
      ? [
          openstackCommand(
            'volume snapshot set',
            ...pairs.flatMap((pair) => option('property', pair)),
            id,
          ),
        ]
      : []),
    ...(unset.length > 0
      ? [
          openstackCommand(
            'volume snapshot unset',
            ...unset.flatMap((key) => option('property', key)),
            id,
          ),
        ]
      : []),
  ]
  return commands.length > 0 ? commands.join('\n') : undefined
}
