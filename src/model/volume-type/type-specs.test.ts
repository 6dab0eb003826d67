import { expect, test } from 'vitest'

import type { Pool } from '#src/model/services/pool.ts'

import { failedSharing, specDoubts, specProblem, wellKnownSpecs } from './type-specs.ts'

const pools: Pool[] = [
  {
    name: 'vm@shared#shared',
    backendName: 'shared',
    canShare: true,
    total: 'infinite',
    free: 'unknown',
    allocatedGiB: null,
    provisionedGiB: null,
    maxOverSubscription: null,
    reservedPercent: 0,
    capabilities: {},
  },
]
const doubts = (specs: Record<string, string>) =>
  specDoubts(specs, pools).map(({ doubt, key }) => `${key}: ${doubt}`)

test('only one spelling shares, and others that look like it are told', () => {
  expect(doubts({ multiattach: '<is> True' })).toEqual([])
  expect(doubts({ multiattach: '<is> False' })).toEqual([])
  for (const multiattach of ['True', '<is> true', 'yes', '']) {
    expect(doubts({ multiattach })).toEqual(['multiattach: not-shareable'])
    expect(failedSharing({ extraSpecs: { multiattach } })).toBe(multiattach)
  }
  expect(failedSharing({ extraSpecs: {} })).toBeUndefined()
  expect(failedSharing({ extraSpecs: { multiattach: '<is> True' } })).toBeUndefined()
})

test('specs that lead nowhere, or that no driver understands, are told', () => {
  expect(
    doubts({
      volume_backend_name: 'gone',
      'capabilities:thin_provisioning_support': 'True',
      'provisioning:type': 'fat',
      'provisioning:min_vol_size': '1.5',
      'hw:whatever': 'anything',
    }),
  ).toEqual([
    'volume_backend_name: no-such-back-end',
    'capabilities:thin_provisioning_support: plain-truth',
    'provisioning:type: unknown-provisioning',
    'provisioning:min_vol_size: not-a-size',
  ])
  expect(doubts({ volume_backend_name: 'shared' })).toEqual([])
  expect(doubts({ volume_backend_name: '<or> a <or> b' })).toEqual([])
  expect(specDoubts({ volume_backend_name: 'gone' }, [])).toEqual([])
})

test('cacheable and shareable exclude each other', () => {
  expect(doubts({ multiattach: '<is> True', cacheable: '<is> True' })).toEqual([
    'cacheable: cacheable-and-shareable',
  ])
})

test('what is offered is not doubted, once it has a value', () => {
  const given = wellKnownSpecs.filter(({ value }) => value !== '')
  expect(given.flatMap(({ key, value }) => doubts({ [key]: value }))).toEqual([])
})

const problem = (key: string, value = 'x', before: Record<string, string> = {}) =>
  specProblem([{ key, value }], 0, before)

test('keys are what Cinder takes, each once', () => {
  expect(problem('RESKEY:availability_zones')).toBeUndefined()
  expect(problem(' ')).toBe('key-missing')
  expect(problem('a/b')).toBe('key-characters')
  expect(problem('a b')).toBe('key-characters')
  expect(problem('a b', 'x', { 'a b': 'x' })).toBeUndefined()
  expect(problem('a b', 'y', { 'a b': 'x' })).toBe('key-characters')
  expect(problem('a', 'x'.repeat(256))).toBe('too-long')
  const twice = [
    { key: 'a', value: '1' },
    { key: 'a ', value: '2' },
  ]
  expect(specProblem(twice, 1, {})).toBe('key-twice')
  expect(specProblem(twice, 2, {})).toBeUndefined()
})
