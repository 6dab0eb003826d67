import { expect, test } from 'vitest'

import {
  manageCommand,
  migrateCommand,
  resetCommand,
  unmanageCommand,
} from './administration-commands.ts'

const volume = { id: 'v-1' }

test('a status is set by the client, as far as it can', () => {
  expect(resetCommand(volume, { status: 'error', attachStatus: 'detached' })).toBe(
    'openstack volume set --state error --detached v-1',
  )
  expect(resetCommand(volume, { status: 'reserved' })).toBeUndefined()
  expect(resetCommand(volume, { status: 'error', migrationStatus: 'none' })).toBeUndefined()
  expect(resetCommand(volume, {})).toBeUndefined()
})

test('a volume is moved with what was ticked', () => {
  const wish = { host: 'vm@b#b', forceHostCopy: true, lockVolume: false }
  expect(migrateCommand(volume, wish)).toBe(
    "openstack volume migrate --host 'vm@b#b' --force-host-copy v-1",
  )
  expect(migrateCommand(volume, { ...wish, forceHostCopy: false, lockVolume: true })).toBe(
    "openstack volume migrate --host 'vm@b#b' --lock-volume v-1",
  )
})

test('volumes are let go of, and taken over', () => {
  expect(unmanageCommand(volume)).toBe('openstack volume delete --remote v-1')
  expect(
    manageCommand({
      host: 'vm@b#b',
      identifierType: 'source-name',
      identifier: 'lun 7',
      name: 'old',
      description: '',
      type: 'standard',
      availabilityZone: '',
      bootable: true,
      metadata: { team: 'db' },
    }),
  ).toBe(
    "openstack volume create --host 'vm@b#b' --remote-source 'source-name=lun 7' --type standard --bootable --property team=db old",
  )
})
