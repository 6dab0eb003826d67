import { expect, test } from 'vitest'

import {
  createSnapshotCommand,
  deleteSnapshotsCommand,
  editSnapshotCommand,
  revertCommand,
  snapshotMetadataCommand,
} from '#src/model/snapshot/snapshot-commands.ts'
import { sampleSnapshot } from '#src/model/testing/sample-snapshot.ts'
import { sampleVolume } from '#src/model/testing/sample-volume.ts'

import { createBackupCommand } from './backup.ts'
import {
  acceptTransferCommand,
  cancelTransferCommand,
  createTransferCommand,
  credentialsText,
} from './transfer.ts'

const volume = sampleVolume({ id: 'v1' })
const held = sampleVolume({ id: 'v1', status: 'in-use' })
const snapshot = sampleSnapshot({ id: 's1' })

test.each([
  [
    createSnapshotCommand(volume, { name: 'monday', description: '' }),
    'openstack volume snapshot create --volume v1 monday',
  ],
  [
    createSnapshotCommand(held, { name: 'a b', description: 'x' }),
    "openstack volume snapshot create --volume v1 --description x --force 'a b'",
  ],
  [
    editSnapshotCommand(
      { ...snapshot, name: 'm', description: '' },
      { name: 'n', description: 'a "b"' },
    ),
    `openstack volume snapshot set --name n --description 'a "b"' s1`,
  ],
  [
    createSnapshotCommand(volume, { name: '--force', description: '-' }),
    'openstack volume snapshot create --volume v1 --description=- -- --force',
  ],
  [deleteSnapshotsCommand([snapshot, { id: 's2' }]), 'openstack volume snapshot delete s1 s2'],
  [
    snapshotMetadataCommand(snapshot, { set: { team: 'db a' }, unset: ['old'] }),
    "openstack volume snapshot set --property 'team=db a' s1\nopenstack volume snapshot unset --property old s1",
  ],
  [revertCommand(snapshot), 'openstack --os-volume-api-version 3.40 volume revert s1'],
  [
    createBackupCommand(held, { name: 'b', description: '', container: 'c', incremental: true }),
    'openstack volume backup create --name b --container c --force --incremental v1',
  ],
  [
    createTransferCommand(volume, { name: '', withSnapshots: true }),
    'openstack volume transfer request create v1',
  ],
  [
    createTransferCommand(volume, { name: 'gift', withSnapshots: false }),
    'openstack --os-volume-api-version 3.55 volume transfer request create --name gift --no-snapshots v1',
  ],
  [cancelTransferCommand({ id: 't1' }), 'openstack volume transfer request delete t1'],
  [
    acceptTransferCommand({ id: 't1', authKey: 'k1' }),
    'openstack volume transfer request accept --auth-key k1 t1',
  ],
])('%s', (command, expected) => {
  expect(command).toBe(expected)
})

test('a snapshot whose words don’t change, or are taken away, has no command', () => {
  const named = { id: 's1', name: 'n', description: 'd' }
  expect(editSnapshotCommand(named, { name: 'n', description: 'd' })).toBeUndefined()
  expect(editSnapshotCommand(named, { name: 'n', description: '' })).toBeUndefined()
})

test('the credentials are a text that a person can pass on', () => {
  expect(credentialsText({ id: 't1', name: 'gift', authKey: 'k1' })).toBe(
    'Transfer ID: t1\nTransfer name: gift\nAuthorization key: k1\n',
  )
})
