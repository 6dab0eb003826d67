import { expect, test } from 'vitest'

import { sampleVolume } from '#src/model/testing/sample-volume.ts'
import type { VolumeType } from '#src/model/volume-type/volume-type.ts'

import {
  type ChosenSource,
  type CreateVolumeValues,
  emptyValues,
  filledFrom,
  problemsIn,
  sourcesOf,
  toRequest,
  typeAfter,
} from './create-volume-form.ts'

const type = (name: string, extraSpecs: Record<string, string> = {}): VolumeType => ({
  id: name,
  name,
  description: '',
  isPublic: true,
  extraSpecs,
  tellsSpecs: true,
  encrypted: null,
})
const types = [
  type('standard'),
  type('encrypted'),
  type('shared', { multiattach: '<is> True' }),
  type('shared-2', { multiattach: '<is> True' }),
]
const quota = { volumes: { used: 1, limit: 10 }, gibibytes: { used: 90, limit: 100 } }
const nothing = { source: undefined, quota }

test('ticking Shareable picks a shareable type, unticking the usual one', () => {
  expect(typeAfter(types, true, { now: 'standard', usual: 'standard' })).toBe('shared')
  expect(typeAfter(types, true, { now: 'shared-2', usual: 'standard' })).toBe('shared-2')
  expect(typeAfter(types, false, { now: 'shared', usual: 'standard' })).toBe('standard')
  expect(typeAfter([type('standard')], true, { now: 'standard', usual: 'standard' })).toBe('')
})

test('the request has only what was chosen', () => {
  const values = { ...emptyValues, name: ' data ', type: 'shared', size: '20', shareable: true }
  expect(toRequest(values)).toEqual({
    name: 'data',
    description: '',
    sizeGiB: 20,
    type: 'shared',
  })
})

test.each([
  ['snapshot', 'snapshotId'],
  ['image', 'imageId'],
  ['volume', 'sourceVolumeId'],
] as const)('a volume made from a %s names it in %s', (source, field) => {
  expect(toRequest({ ...emptyValues, source, sourceId: 'it' })).toMatchObject({ [field]: 'it' })
})

test.each(['0', '-1', '1.5', '', 'many', '1e3'])('“%s” is no size', (size) => {
  expect(problemsIn({ ...emptyValues, size }, nothing)).toEqual({ size: { kind: 'size' } })
})

test('what is over the quota is said while one types', () => {
  expect(problemsIn({ ...emptyValues, size: '11' }, nothing)).toEqual({
    size: { kind: 'overGibibytes', free: 10 },
  })
  expect(problemsIn({ ...emptyValues, size: '10' }, nothing)).toEqual({})
})

test('a volume is at least as large as what it is made from', () => {
  const [source] = sourcesOf('volume', {
    snapshots: [],
    images: [],
    volumes: [sampleVolume({ sizeGiB: 5, name: 'origin', typeName: 'shared' })],
  })
  expect(source).toBeDefined()
  const values = { ...emptyValues, source: 'volume' as const, sourceId: 'volume-1', size: '4' }
  expect(problemsIn(values, { source, quota })).toEqual({ size: { kind: 'sizeLeast', least: 5 } })
  expect(source && filledFrom(source, values, types)).toEqual({
    filled: { name: 'origin', size: '5' },
    name: 'origin',
    size: '5',
    type: 'shared',
    shareable: true,
  })
})

const sourceOf = (name: string, leastGiB: number) => ({
  id: name,
  name,
  leastGiB,
  typeName: null,
  bootable: false,
})

/** The form after the sources have been chosen one after the other. */
function choosing(values: CreateVolumeValues, ...sources: (ChosenSource | null)[]) {
  const now = { ...values }
  for (const chosen of sources) Object.assign(now, filledFrom(chosen, now, types))
  return now
}

test('a name and a size that were filled in follow the source', () => {
  const large = sourceOf('cluster', 500)
  const small = sourceOf('friday', 5)
  expect(choosing(emptyValues, large, small)).toMatchObject({ name: 'friday', size: '5' })
  expect(choosing(emptyValues, large, null)).toMatchObject({ name: '', size: '1' })
})

test('a name and a size that were typed stay, and what is too small grows', () => {
  const typed = { ...choosing(emptyValues, sourceOf('friday', 5)), name: 'mine', size: '7' }
  expect(choosing(typed, sourceOf('lonely', 1))).toMatchObject({ name: 'mine', size: '7' })
  expect(choosing(typed, null)).toMatchObject({ name: 'mine', size: '7' })
  expect(choosing(typed, sourceOf('cluster', 500))).toMatchObject({ name: 'mine', size: '500' })
})

test('an image asks for room for itself', () => {
  const image = { id: 'i', name: 'debian', status: 'active', diskFormat: 'raw' }
  const [source] = sourcesOf('image', {
    snapshots: [],
    volumes: [],
    images: [{ ...image, sizeBytes: 2.5 * 1024 ** 3, virtualSizeBytes: null, minDiskGiB: 2 }],
  })
  expect(source).toMatchObject({ leastGiB: 3, bootable: true })
})

test('an image whose disk is larger than its file asks for room for the disk', () => {
  const image = { id: 'i', name: 'debian', status: 'active', diskFormat: 'qcow2', minDiskGiB: 0 }
  const sizes = { sizeBytes: 629_145_600, virtualSizeBytes: 42_949_672_960 }
  const [source] = sourcesOf('image', {
    snapshots: [],
    volumes: [],
    images: [{ ...image, ...sizes }],
  })
  expect(source).toMatchObject({ leastGiB: 40 })
})

test('names and descriptions have at most 255 characters', () => {
  const long = 'x'.repeat(256)
  expect(problemsIn({ ...emptyValues, name: long, description: long }, nothing)).toEqual({
    name: { kind: 'nameTooLong' },
    description: { kind: 'nameTooLong' },
  })
})
