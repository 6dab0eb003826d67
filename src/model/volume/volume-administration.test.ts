import fc from 'fast-check'
import { expect, test } from 'vitest'

import { attachedTo, sampleVolume } from '#src/model/testing/sample-volume.ts'

import {
  type Destination,
  destinationDoubt,
  destinationsFor,
  forceDetachObstacle,
  isHeldBySeveral,
  isEmptyRequest,
  migrateObstacle,
  needsAttachments,
  settableStatuses,
  stateConsequences,
  unmanageObstacle,
} from './volume-administration.ts'
import type { Volume } from './volume.ts'

const person = { readOnly: false }
const held = sampleVolume({ status: 'in-use', attachments: [attachedTo('i-1')] })

test.each<[string, Partial<Volume>, object | undefined]>([
  ['one that nothing holds', {}, undefined],
  ['one that an instance holds', held, undefined],
  ['one in error', { status: 'error' }, { kind: 'status', status: 'error' }],
  ['one that is growing', { status: 'extending' }, { kind: 'changing', status: 'extending' }],
  ['one that is on its way', { migrationStatus: 'migrating' }, { kind: 'migrating' }],
  ['one whose last move failed', { migrationStatus: 'error' }, undefined],
  ['one in a group', { groupId: 'g-1' }, { kind: 'in-group' }],
])('%s is migrated, or not', (_, given, expected) => {
  expect(migrateObstacle(sampleVolume(given), person)).toEqual(expected)
})

test('snapshots and replicas keep a volume where it is', () => {
  const volume = sampleVolume()
  expect(migrateObstacle(volume, person, { snapshots: 2 })).toEqual({
    kind: 'has-snapshots',
    count: 2,
  })
  expect(migrateObstacle(volume, person, { replicationStatus: 'enabled' })).toEqual({
    kind: 'replicated',
    status: 'enabled',
  })
  expect(migrateObstacle(volume, person, { replicationStatus: 'disabled' })).toBeUndefined()
})

test.each<[string, Partial<Volume>, object | undefined]>([
  ['one that nothing holds', {}, undefined],
  ['one that could not be managed', { status: 'error_managing' }, undefined],
  ['one that is held', held, { kind: 'attached', count: 1 }],
  ['an encrypted one', { encrypted: true }, { kind: 'encrypted-unmanaged' }],
  ['one in maintenance', { status: 'maintenance' }, { kind: 'status', status: 'maintenance' }],
])('Cinder lets go of %s, or not', (_, given, expected) => {
  expect(unmanageObstacle(sampleVolume(given), person)).toEqual(expected)
})

test('there is nothing to detach by force where nothing is attached', () => {
  expect(forceDetachObstacle(sampleVolume(), person)).toEqual({ kind: 'not-attached' })
  expect(forceDetachObstacle(held, person)).toBeUndefined()
})

const anyVolume = fc
  .record({
    status: fc.oneof(fc.constantFrom(...settableStatuses, 'deleting'), fc.string()),
    attached: fc.nat(3),
    migrationStatus: fc.option(fc.constantFrom('starting', 'migrating', 'success', 'error')),
    groupId: fc.option(fc.constant('g-1')),
    encrypted: fc.boolean(),
  })
  .map(({ attached, ...given }) =>
    sampleVolume({
      ...given,
      attachments: Array.from({ length: attached }, (_none, place) => attachedTo(`i-${place}`)),
    }),
  )

test('who may only look, administers nothing', () => {
  fc.assert(
    fc.property(anyVolume, (volume) => {
      for (const obstacle of [migrateObstacle, unmanageObstacle, forceDetachObstacle])
        expect(obstacle(volume, { readOnly: true })).toEqual({ kind: 'read-only-role' })
    }),
  )
})

test('what is let go, nobody holds and nothing else needs', () => {
  fc.assert(
    fc.property(anyVolume, fc.nat(2), (volume, snapshots) => {
      if (unmanageObstacle(volume, person, { snapshots })) return
      expect(volume).toMatchObject({ attachments: [], groupId: null, encrypted: false })
      expect(snapshots).toBe(0)
      expect(['starting', 'migrating']).not.toContain(volume.migrationStatus)
    }),
  )
})

const anyWish = fc.record({
  status: fc.option(fc.constantFrom(...settableStatuses), { nil: undefined }),
  attachStatus: fc.option(fc.constantFrom('attached', 'detached'), { nil: undefined }),
  migrationStatus: fc.option(fc.constantFrom('none', 'error'), { nil: undefined }),
})

test('a wish that hides attachments is never made without a word, and no wish needs none', () => {
  fc.assert(
    fc.property(anyVolume, anyWish, (volume, wish) => {
      const consequences = stateConsequences(volume, wish)
      const isHeld = volume.attachments.length > 0
      const hides = isHeld && (wish.status === 'available' || wish.attachStatus === 'detached')
      const warns = consequences.some((one) => one !== 'work-goes-on')
      expect(warns).toBe(hides)
      expect(consequences.length === 0 || !isEmptyRequest(wish)).toBe(true)
    }),
  )
})

test('In-use can be set only while something is attached', () => {
  expect(needsAttachments(sampleVolume(), 'in-use')).toBe(true)
  expect(needsAttachments(held, 'in-use')).toBe(false)
  expect(needsAttachments(sampleVolume(), 'error')).toBe(false)
})

const pool = (given: Partial<Destination> = {}): Destination => ({
  name: 'vm@a#a',
  backendName: 'a',
  free: 100,
  canShare: true,
  ...given,
})
const type = (extraSpecs: Record<string, string>) => ({
  id: 't',
  name: 't',
  description: '',
  isPublic: true,
  extraSpecs,
  tellsSpecs: true,
  encrypted: false,
})

test('what speaks against a pool is said: sharing, back end, room', () => {
  const volume = { sizeGiB: 10 }
  const shareable = type({ multiattach: '<is> True' })
  expect(destinationDoubt(volume, shareable, pool({ canShare: false }))).toEqual({
    kind: 'cannot-share',
  })
  expect(destinationDoubt(volume, type({ volume_backend_name: 'b' }), pool())).toEqual({
    kind: 'other-back-end',
    wanted: 'b',
  })
  expect(destinationDoubt(volume, undefined, pool({ free: 9 }))).toEqual({
    kind: 'too-small',
    freeGiB: 9,
  })
  const untold = pool({ backendName: '', free: 'unknown' })
  expect(destinationDoubt(volume, shareable, untold)).toBeUndefined()
})

test('the pools to move to leave out the volume’s own, and those in doubt come last', () => {
  const volume = sampleVolume({ host: 'vm@a#a' })
  const pools = [pool(), pool({ name: 'vm@b#b', free: 1 }), pool({ name: 'vm@c#c' })]
  expect(destinationsFor(volume, undefined, pools).map(({ pool: { name } }) => name)).toEqual([
    'vm@c#c',
    'vm@b#b',
  ])
})

test('Nova does not move what several instances hold', () => {
  expect(isHeldBySeveral(held)).toBe(false)
  expect(isHeldBySeveral({ attachments: [attachedTo('i-1'), attachedTo('i-2')] })).toBe(true)
})
