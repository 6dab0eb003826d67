import { expect, test } from 'vitest'

import type { Actor } from '#src/model/cloud/actor.ts'
import { attachedTo, sampleVolume } from '#src/model/testing/sample-volume.ts'
import type { VolumeType } from '#src/model/volume-type/volume-type.ts'

import {
  bootableFlagObstacle,
  extendObstacle,
  launchAddress,
  launchObstacle,
  metadataObstacle,
  readOnlyFlagObstacle,
  retypeObstacle,
  sharingDiffersFromType,
  typeConsequences,
  typesToChangeTo,
  uploadObstacle,
} from './volume-change.ts'

const cinder = (minor: number): Actor => ({
  readOnly: false,
  microversions: {
    volume: { min: { major: 3, minor: 0 }, max: { major: 3, minor } },
    compute: { min: { major: 2, minor: 1 }, max: { major: 2, minor: 93 } },
  },
})
const member = cinder(70)
const reader: Actor = { ...member, readOnly: true }
const heldBy = (...instances: string[]) =>
  sampleVolume({ status: 'in-use', attachments: instances.map((id) => attachedTo(id)) })

test('one who may only look changes nothing', () => {
  const volume = sampleVolume({ bootable: true })
  for (const obstacle of [
    extendObstacle,
    retypeObstacle,
    uploadObstacle,
    readOnlyFlagObstacle,
    bootableFlagObstacle,
    metadataObstacle,
    launchObstacle,
  ])
    expect(obstacle(volume, reader)).toEqual({ kind: 'read-only-role' })
})

test('a volume at rest can be changed in every way', () => {
  const volume = sampleVolume({ bootable: true })
  for (const obstacle of [
    extendObstacle,
    retypeObstacle,
    uploadObstacle,
    readOnlyFlagObstacle,
    bootableFlagObstacle,
    metadataObstacle,
    launchObstacle,
  ])
    expect(obstacle(volume, member)).toBeUndefined()
})

test('a volume in use grows where the cloud is new enough', () => {
  expect(extendObstacle(heldBy('a', 'b'), cinder(42))).toBeUndefined()
  expect(extendObstacle(heldBy('a', 'b'), cinder(41))).toEqual({
    kind: 'too-old-in-use',
    least: '3.42',
  })
})

test('a volume that is changing or wrong neither grows nor changes its type', () => {
  const extending = sampleVolume({ status: 'extending' })
  const failed = sampleVolume({ status: 'error' })
  expect(extendObstacle(extending, member)).toEqual({ kind: 'changing', status: 'extending' })
  expect(retypeObstacle(extending, member)).toEqual({ kind: 'changing', status: 'extending' })
  expect(extendObstacle(failed, member)).toEqual({ kind: 'status', status: 'error' })
  expect(retypeObstacle(failed, member)).toEqual({ kind: 'status', status: 'error' })
})

test('a volume of a group keeps its type', () => {
  expect(retypeObstacle(sampleVolume({ groupId: 'group-1' }), member)).toEqual({ kind: 'in-group' })
})

test('an image, the read-only flag and an instance need a volume that nothing holds', () => {
  const held = { ...heldBy('a', 'b'), bootable: true }
  for (const obstacle of [uploadObstacle, readOnlyFlagObstacle, launchObstacle])
    expect(obstacle(held, member)).toEqual({
      kind: 'needs-available',
      status: 'in-use',
      attachedTo: 2,
    })
})

test('an instance is launched from what is bootable only', () => {
  expect(launchObstacle(sampleVolume(), member)).toEqual({ kind: 'not-bootable' })
})

test('metadata waits while an image is being made, the bootable flag does not', () => {
  const uploading = sampleVolume({ status: 'uploading' })
  expect(metadataObstacle(uploading, member)).toEqual({ kind: 'changing', status: 'uploading' })
  expect(bootableFlagObstacle(uploading, member)).toBeUndefined()
  const resting = sampleVolume({ status: 'maintenance' })
  for (const obstacle of [metadataObstacle, bootableFlagObstacle])
    expect(obstacle(resting, member)).toEqual({ kind: 'status', status: 'maintenance' })
})

test('the address to launch at has the id of the volume, safely', () => {
  expect(launchAddress('https://h.example/?launch={volume_id}', { id: 'a&b' })).toBe(
    'https://h.example/?launch=a%26b',
  )
})

const type = (name: string, given: Partial<VolumeType> = {}): VolumeType => ({
  id: name,
  name,
  description: '',
  isPublic: true,
  extraSpecs: {},
  tellsSpecs: true,
  encrypted: null,
  ...given,
})
const shared = { extraSpecs: { multiattach: '<is> True' } }
const types = [
  type('standard'),
  type('multiattach', shared),
  type('fast'),
  type('impossible', { ...shared, encrypted: true }),
]
const offer = (...given: Parameters<typeof typesToChangeTo>) =>
  typesToChangeTo(...given).map((one) => [one.type.name, one.obstacle?.kind])

test('a volume at rest may be given any type but its own and those that make no volume', () => {
  expect(offer(sampleVolume({ typeName: 'standard' }), types)).toEqual([
    ['multiattach', undefined],
    ['fast', undefined],
  ])
})

test('while something holds the volume, types that would change sharing come last, with the reason', () => {
  const volume = { ...heldBy('a'), typeName: 'standard' }
  expect(offer(volume, types)).toEqual([
    ['fast', undefined],
    ['multiattach', 'needs-available'],
  ])
  expect(offer({ ...volume, shareable: true, typeName: 'multiattach' }, types)).toEqual([
    ['standard', 'needs-available'],
    ['fast', 'needs-available'],
  ])
})

test('where the cloud hides extra specs, no type is barred for sharing, and the doubt is said', () => {
  const hidden = [type('standard', { tellsSpecs: false }), type('other', { tellsSpecs: false })]
  const volume = { ...heldBy('a'), shareable: true, typeName: 'standard' }
  expect(offer(volume, hidden)).toEqual([['other', undefined]])
  expect(typeConsequences(volume, type('other', { tellsSpecs: false }))).toEqual([
    'sharing-not-told',
  ])
  expect(sharingDiffersFromType({ typeName: 'standard', shareable: true }, hidden)).toBe(false)
})

test('a volume whose type was deleted may be given any', () => {
  expect(offer(sampleVolume({ typeName: null }), types)).toHaveLength(3)
})

test('it is said what another type brings with it', () => {
  const plain = sampleVolume({ encrypted: true })
  expect(typeConsequences(plain, type('m', shared))).toEqual([
    'becomes-shareable',
    'loses-encryption',
  ])
  expect(typeConsequences(sampleVolume({ shareable: true }), type('fast'))).toEqual([
    'stops-being-shareable',
  ])
  expect(typeConsequences(plain, type('fast'))).toEqual([])
})

test('a change of type that failed half-way shows in a volume that shares otherwise than its type', () => {
  expect(sharingDiffersFromType({ typeName: 'standard', shareable: true }, types)).toBe(true)
  expect(sharingDiffersFromType({ typeName: 'standard', shareable: false }, types)).toBe(false)
  expect(sharingDiffersFromType({ typeName: null, shareable: true }, types)).toBe(false)
})
