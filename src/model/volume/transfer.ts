import type { Actor } from '#src/model/cloud/actor.ts'
import { type Capabilities, speaks } from '#src/model/cloud/microversion.ts'
import { openstackCommand, option } from '#src/model/cloud/openstack-command.ts'
import { notAvailable } from '#src/model/snapshot/take-snapshot.ts'

import type { ActionObstacle } from './volume-actions.ts'
import type { Volume, VolumeId } from './volume.ts'

/** A volume that is offered to another project. */
export type Transfer = { id: string; name: string; volumeId: VolumeId; createdAt: number | null }

/** What the other side needs to take the volume. The cloud tells the key once and never again. */
export type TransferCredentials = { id: string; name: string; authKey: string }

/** Whether the cloud can leave the snapshots of the volume behind: microversion 3.55, TRANSFER_WITH_SNAPSHOTS. */
export const canLeaveSnapshots = (cloud: Capabilities): boolean => speaks(cloud, 'volume', '3.55')

/**
 * Why `volume` can't be offered to another project: cinder/transfer/api.py, `create`. Encrypted ones go since 3.70,
 * TRANSFER_ENCRYPTED_VOLUME.
 */
export function createTransferObstacle(volume: Volume, actor: Actor): ActionObstacle | undefined {
  if (actor.readOnly) return { kind: 'read-only-role' }
  if (volume.encrypted && !speaks(actor, 'volume', '3.70')) return { kind: 'encrypted' }
  return notAvailable(volume)
}

/** Why the offer of `volume` can't be taken back. */
export const cancelTransferObstacle = (
  _volume: Volume,
  { readOnly }: Pick<Actor, 'readOnly'>,
): ActionObstacle | undefined => (readOnly ? { kind: 'read-only-role' } : undefined)

/** Whether `volume` is on offer, so that there is something to take back. */
export const isOnOffer = ({ status }: Pick<Volume, 'status'>): boolean =>
  status === 'awaiting-transfer'

/** Offers a volume. */
export const createTransferCommand = (
  { id }: Pick<Volume, 'id'>,
  { name, withSnapshots }: { name: string; withSnapshots: boolean },
): string =>
  openstackCommand(
    `${withSnapshots ? '' : '--os-volume-api-version 3.55 '}volume transfer request create`,
    ...option('name', name),
    withSnapshots ? undefined : '--no-snapshots',
    id,
  )

/** Takes an offer back. */
export const cancelTransferCommand = ({ id }: Pick<Transfer, 'id'>): string =>
  openstackCommand('volume transfer request delete', id)

/** Takes the volume of an offer. */
export const acceptTransferCommand = ({ id, authKey }: { id: string; authKey: string }): string =>
  openstackCommand('volume transfer request accept', ...option('auth-key', authKey), id)

/** The credentials as a text file, one line each, for the person who takes the volume. */
export const credentialsText = ({ id, name, authKey }: TransferCredentials): string =>
  [
    `Transfer ID: ${id}`,
    ...(name === '' ? [] : [`Transfer name: ${name}`]),
    `Authorization key: ${authKey}`,
    '',
  ].join('\n')
