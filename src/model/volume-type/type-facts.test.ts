import { expect, test } from 'vitest'

import type { Pool } from '#src/model/services/pool.ts'

import {
  accessObstacle,
  changeEncryptionObstacle,
  deleteTypeObstacle,
  encryptObstacle,
  isDefaultOf,
  ownDefaultObstacle,
  shareObstacle,
} from './type-actions.ts'
import { backEndOf, filterTypes, typeFacts, type TypeFacts } from './type-facts.ts'
import type { VolumeType } from './volume-type.ts'

const type = (name: string, extraSpecs: Record<string, string> = {}): VolumeType => ({
  id: `id-${name}`,
  name,
  description: '',
  isPublic: true,
  extraSpecs,
  tellsSpecs: true,
  encrypted: null,
})
const shares = { multiattach: '<is> True' }
const single: Pool = {
  name: 'vm@single#single',
  backendName: 'single',
  canShare: false,
  total: 1,
  free: 1,
  allocatedGiB: 0,
  provisionedGiB: 0,
  maxOverSubscription: null,
  reservedPercent: 0,
  capabilities: { volume_backend_name: 'single', multiattach: false },
}
const luks = {
  id: 'e',
  provider: 'luks',
  controlLocation: 'front-end',
  cipher: 'aes-xts-plain64',
  keySize: 256,
}
const nothing = {
  encryptions: undefined,
  counts: undefined,
  defaults: undefined,
  pools: undefined,
}
const facts = (one: VolumeType, part: Partial<TypeFacts> = {}): TypeFacts => ({
  ...one,
  encryption: null,
  volumes: 0,
  isDefaultOfCloud: false,
  defaultOf: [],
  gap: undefined,
  ...part,
})

test('what is not known of a type is not made up', () => {
  expect(typeFacts([type('plain')], nothing)).toEqual([
    facts(type('plain'), { encryption: undefined, volumes: undefined }),
  ])
})

test('what is known of types stands beside each', () => {
  const [standard, nowhere] = typeFacts([type('standard'), type('nowhere', shares)], {
    encryptions: new Map([
      ['id-standard', luks],
      ['id-nowhere', null],
    ]),
    counts: new Map([['id-standard', 7]]),
    defaults: { ofCloud: 'id-standard', ofProjects: new Map([['p', 'id-nowhere']]) },
    pools: [single],
  })
  expect(standard).toMatchObject({
    encrypted: true,
    encryption: luks,
    volumes: 7,
    isDefaultOfCloud: true,
    defaultOf: [],
    gap: undefined,
  })
  expect(nowhere).toMatchObject({
    encrypted: false,
    volumes: undefined,
    isDefaultOfCloud: false,
    defaultOf: ['p'],
    gap: 'no-pool-shares',
  })
})

test('types are found by name, description, id and extra specs, and by whether they share', () => {
  const types = [
    type('standard', { volume_backend_name: 'Fast' }),
    { ...type('multiattach', shares), description: 'For clusters' },
  ]
  const found = (filter: Parameters<typeof filterTypes>[1]) =>
    filterTypes(types, filter).map(({ name }) => name)
  expect(found({ text: 'cluster' })).toEqual(['multiattach'])
  expect(found({ text: ' fast ' })).toEqual(['standard'])
  expect(found({ text: 'id-st' })).toEqual(['standard'])
  expect(found({ shareable: true })).toEqual(['multiattach'])
  expect(found({ shareable: false })).toEqual(['standard'])
  expect(found({})).toHaveLength(2)
})

test('a type asks for a back end by either spelling, or for none', () => {
  expect(backEndOf(type('a', { volume_backend_name: 'x' }))).toBe('x')
  expect(backEndOf(type('a', { 'capabilities:volume_backend_name': 'y' }))).toBe('y')
  expect(backEndOf(type('a'))).toBe('')
})

test('a type that is in use or a default stays', () => {
  const plain = facts(type('plain'))
  expect(deleteTypeObstacle(plain)).toBeUndefined()
  expect(deleteTypeObstacle({ ...plain, volumes: 1 })).toBe('in-use')
  expect(deleteTypeObstacle({ ...plain, volumes: undefined })).toBeUndefined()
  expect(deleteTypeObstacle({ ...plain, isDefaultOfCloud: true, volumes: 1 })).toBe('default')
  expect(deleteTypeObstacle({ ...plain, defaultOf: ['p'] })).toBe('default')
})

test('shareable and encrypted exclude each other, and each can be undone', () => {
  const shared = facts(type('shared', shares))
  const encrypted = facts(type('secret'), { encryption: luks })
  const both = facts(type('both', shares), { encryption: luks })
  expect(encryptObstacle(shared)).toBe('shareable')
  expect(shareObstacle(encrypted)).toBe('encrypted')
  expect(shareObstacle(both)).toBeUndefined()
  expect(changeEncryptionObstacle(both)).toBeUndefined()
  expect(encryptObstacle(facts(type('plain')))).toBeUndefined()
  expect(encryptObstacle(facts(type('plain'), { volumes: 3 }))).toBe('in-use')
  expect(changeEncryptionObstacle({ ...encrypted, volumes: 3 })).toBe('in-use')
})

const upTo = (minor: number) => ({
  microversions: {
    volume: { min: { major: 3, minor: 0 }, max: { major: 3, minor } },
    compute: null,
  },
})

test('only private types have a list of projects, and only newer clouds defaults of projects', () => {
  expect(accessObstacle(facts(type('a')))).toBe('public')
  expect(accessObstacle(facts({ ...type('a'), isPublic: false }))).toBeUndefined()
  expect(ownDefaultObstacle(upTo(61))).toBe('old-cloud')
  expect(ownDefaultObstacle(upTo(62))).toBeUndefined()
  expect(isDefaultOf(facts(type('a'), { defaultOf: ['p'] }), 'p')).toBe(true)
})
