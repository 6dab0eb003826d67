import fc from 'fast-check'
import { expect, test } from 'vitest'

import { accessChange, typeChange, typeProblems } from './type-change.ts'
import {
  accessCommand,
  createTypeCommand,
  deleteTypesCommand,
  editTypeCommand,
  encryptionCommand,
  removeEncryptionCommand,
  specsCommand,
} from './type-commands.ts'
import type { VolumeType } from './volume-type.ts'

const type: VolumeType = {
  id: 't',
  name: 'fast',
  description: 'SSD',
  isPublic: false,
  extraSpecs: {},
  tellsSpecs: true,
  encrypted: null,
}
const values = { name: 'fast', description: 'SSD', isPublic: false, shareable: false, projects: [] }

test('a type is made, private ones open to one project after the other', () => {
  expect(createTypeCommand({ ...values, isPublic: true, shareable: true, projects: ['p'] })).toBe(
    "openstack volume type create --description SSD --public --property 'multiattach=<is> True' fast",
  )
  expect(createTypeCommand({ ...values, description: '', projects: ['p', 'q'] })).toBe(
    'openstack volume type create --private --project p fast\nopenstack volume type set --project q fast',
  )
})

test('a changed type is set to what has changed, and to nothing else', () => {
  const none = accessChange([], [])
  const command = (part: object) =>
    editTypeCommand(type, typeChange(type, { ...values, ...part }), none)
  expect(command({})).toBeUndefined()
  expect(command({ name: ' faster ' })).toBe('openstack volume type set --name faster t')
  expect(command({ description: '-', shareable: true })).toBe(
    "openstack volume type set --description=- --property 'multiattach=<is> True' t",
  )
  expect(command({ description: '' })).toBeUndefined()
  expect(command({ isPublic: true })).toBeUndefined()
  const shared = { ...type, extraSpecs: { multiattach: '<is> True' } }
  expect(editTypeCommand(shared, typeChange(shared, values), accessChange(['p'], ['q']))).toBe(
    [
      'openstack volume type unset --property multiattach t',
      'openstack volume type set --project q t',
      'openstack volume type unset --project p t',
    ].join('\n'),
  )
})

test('access, extra specs, encryption and deletion have commands', () => {
  expect(accessCommand(type, accessChange(['p'], ['p']))).toBeUndefined()
  expect(specsCommand(type, { set: { a: 'b c' }, unset: ['x'] })).toBe(
    "openstack volume type unset --property x t\nopenstack volume type set --property 'a=b c' t",
  )
  expect(specsCommand(type, { set: {}, unset: [] })).toBeUndefined()
  expect(
    encryptionCommand(type, {
      provider: 'luks',
      cipher: '',
      keySize: 256,
      controlLocation: 'front-end',
    }),
  ).toBe(
    'openstack volume type set --encryption-provider luks --encryption-key-size 256 --encryption-control-location front-end t',
  )
  expect(removeEncryptionCommand(type)).toBe('openstack volume type unset --encryption-type t')
  expect(deleteTypesCommand([type, { id: 'u' }])).toBe('openstack volume type delete t u')
})

test('names are needed, and neither name nor description is longer than Cinder takes', () => {
  expect(typeProblems(values)).toEqual({})
  expect(typeProblems({ ...values, name: ' ' })).toEqual({ name: 'name-missing' })
  expect(typeProblems({ name: 'x'.repeat(256), description: 'x'.repeat(256) })).toEqual({
    name: 'too-long',
    description: 'too-long',
  })
})

test('granting and revoking leads from any projects to any others', () => {
  const projects = fc.uniqueArray(fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e'))
  fc.assert(
    fc.property(projects, projects, (before, after) => {
      const { grant, revoke } = accessChange(before, after)
      const have = new Set([...before.filter((one) => !revoke.includes(one)), ...grant])
      expect(have).toEqual(new Set(after))
      expect(grant.some((one) => before.includes(one))).toBe(false)
    }),
  )
})
