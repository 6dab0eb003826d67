import { expect, test } from 'vitest'

import { emptyManageValues, manageProblem, toManageRequest } from './manage-form.ts'

const filled = { ...emptyManageValues, identifier: ' lun-7 ', host: 'vm@a#a' }

test('an identifier and a host are needed, and enough', () => {
  expect(manageProblem(emptyManageValues)).toBe('identifier')
  expect(manageProblem({ ...filled, host: '' })).toBe('host')
  expect(manageProblem(filled)).toBeUndefined()
  expect(manageProblem({ ...filled, name: 'n'.repeat(256) })).toBe('other')
  expect(manageProblem({ ...filled, metadata: [{ key: '', value: '' }] })).toBe('other')
})

test('what is left empty is left to the cloud', () => {
  expect(toManageRequest(filled)).toEqual({
    host: 'vm@a#a',
    ref: { 'source-name': 'lun-7' },
    name: '',
    description: '',
    bootable: false,
    metadata: {},
  })
  expect(
    toManageRequest({
      ...filled,
      identifierType: 'source-id',
      type: 'standard',
      availabilityZone: 'nova',
      metadata: [{ key: 'team', value: 'db' }],
    }),
  ).toMatchObject({
    ref: { 'source-id': 'lun-7' },
    type: 'standard',
    availabilityZone: 'nova',
    metadata: { team: 'db' },
  })
})
