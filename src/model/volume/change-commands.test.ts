import { expect, test } from 'vitest'

import { sampleVolume } from '#src/model/testing/sample-volume.ts'

import {
  bootableCommand,
  extendCommand,
  metadataCommand,
  readOnlyCommand,
  retypeCommand,
  uploadCommand,
} from './change-commands.ts'
import { editCommand } from './volume-commands.ts'

const volume = sampleVolume({ id: 'vol-1' })
const inUse = sampleVolume({ id: 'vol-1', status: 'in-use' })
const nothing = { set: {}, unset: [] }

test('each change has its command', () => {
  expect(extendCommand(volume, 20)).toBe('openstack volume set --size 20 vol-1')
  expect(retypeCommand(volume, { type: 'fast ssd', migrationPolicy: 'on-demand' })).toBe(
    "openstack volume set --type 'fast ssd' --retype-policy on-demand vol-1",
  )
  expect(
    uploadCommand(volume, { name: 'my image', diskFormat: 'qcow2', containerFormat: 'bare' }),
  ).toBe(
    "openstack image create --volume vol-1 --disk-format qcow2 --container-format bare 'my image'",
  )
  expect(readOnlyCommand(volume, true)).toBe('openstack volume set --read-only vol-1')
  expect(readOnlyCommand(volume, false)).toBe('openstack volume set --read-write vol-1')
  expect(bootableCommand(volume, false)).toBe('openstack volume set --non-bootable vol-1')
})

test('a volume in use is extended in the microversion that brought it', () => {
  expect(extendCommand(inUse, 20)).toBe(
    'openstack --os-volume-api-version 3.42 volume set --size 20 vol-1',
  )
})

test('editing names what changes, and is nothing that the client can’t do', () => {
  const before = sampleVolume({ id: 'vol-1', name: 'db', description: 'x', bootable: false })
  const command = (wish: Partial<typeof before>) => editCommand(before, { ...before, ...wish })
  expect(command({ name: 'db2' })).toBe('openstack volume set --name db2 vol-1')
  expect(command({ name: '-n', description: '--help' })).toBe(
    'openstack volume set --name=-n --description=--help vol-1',
  )
  expect(command({ bootable: true })).toBe('openstack volume set --bootable vol-1')
  expect(editCommand({ ...before, bootable: true }, before)).toBe(
    'openstack volume set --non-bootable vol-1',
  )
  expect(command({})).toBeUndefined()
  // The client takes an empty text for none, and would change nothing.
  expect(command({ name: '' })).toBeUndefined()
  expect(command({ name: 'db2', description: '' })).toBeUndefined()
})

test('metadata that is set and metadata that goes take a command each', () => {
  expect(
    metadataCommand(volume, {
      own: { set: { team: 'db', note: 'two words' }, unset: ['old'] },
      image: { set: {}, unset: ['hw_disk_bus'] },
    }),
  ).toBe(
    [
      "openstack volume set --property team=db --property 'note=two words' vol-1",
      'openstack volume unset --property old vol-1',
      'openstack volume unset --image-property hw_disk_bus vol-1',
    ].join('\n'),
  )
  expect(metadataCommand(volume, { own: nothing, image: nothing })).toBeUndefined()
})
