import { openstackCommand, operands, option } from '#src/model/cloud/openstack-command.ts'

import type { StateRequest } from './volume-administration.ts'
import type { Volume } from './volume.ts'

type Id = Pick<Volume, 'id'>

/** The statuses that the client sets: python-openstackclient, `volume set --state`. */
const states: ReadonlySet<string> = new Set([
  'available',
  'error',
  'creating',
  'in-use',
  'attaching',
  'detaching',
  'error_deleting',
  'maintenance',
])

/** Sets a volume's states; undefined where the client can't, which is so of migration statuses and of some others. */
export function resetCommand({ id }: Id, wish: StateRequest): string | undefined {
  const { status, attachStatus, migrationStatus } = wish
  if (migrationStatus !== undefined || (status !== undefined && !states.has(status)))
    return undefined
  if (status === undefined && attachStatus === undefined) return undefined
  return openstackCommand(
    'volume set',
    ...option('state', status),
    attachStatus && `--${attachStatus}`,
    id,
  )
}

/** Moves a volume to another pool. */
export const migrateCommand = (
  { id }: Id,
  wish: { host: string; forceHostCopy: boolean; lockVolume: boolean },
): string =>
  openstackCommand(
    'volume migrate',
    ...option('host', wish.host),
    wish.forceHostCopy ? '--force-host-copy' : undefined,
    wish.lockVolume ? '--lock-volume' : undefined,
    id,
  )

/** Has Cinder forget a volume without deleting it. */
export const unmanageCommand = ({ id }: Id): string =>
  openstackCommand('volume delete', '--remote', id)

/** Has Cinder take over what is on a back end already. */
export const manageCommand = (wish: {
  host: string
  identifierType: 'source-name' | 'source-id'
  identifier: string
  name: string
  description: string
  type: string
  availabilityZone: string
  bootable: boolean
  metadata: Readonly<Record<string, string>>
}): string =>
  openstackCommand(
    'volume create',
    ...option('host', wish.host),
    ...option('remote-source', `${wish.identifierType}=${wish.identifier}`),
    ...option('type', wish.type),
    ...option('availability-zone', wish.availabilityZone),
    ...option('description', wish.description),
    wish.bootable ? '--bootable' : undefined,
    ...Object.entries(wish.metadata).flatMap(([key, value]) =>
      option('property', `${key}=${value}`),
    ),
    // Older clients ask for a name, if only an empty one.
    ...operands(wish.name),
  )
