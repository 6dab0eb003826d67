import { expect, test } from 'vitest'

import {
  attachMicroversion,
  microversionFor,
  parseMicroversion,
  sharingObstacle,
  speaks,
} from './microversion.ts'
import type { MicroversionRange } from './session.ts'

const upTo = (text: string): MicroversionRange | null => {
  const max = parseMicroversion(text)
  return max ? { min: { major: max.major, minor: 0 }, max } : null
}
const cloud = (volume: string, compute: string) => ({
  microversions: { volume: upTo(volume), compute: upTo(compute) },
})

test('the newest that both sides know is spoken', () => {
  expect(microversionFor(cloud('3.59', '2.79'), 'volume')).toEqual({ major: 3, minor: 59 })
  expect(microversionFor(cloud('3.999', '2.999'), 'compute')).toEqual({ major: 2, minor: 104 })
  expect(microversionFor(cloud('3.999', '2.999'), 'volume')).toEqual({ major: 3, minor: 71 })
})

test('a volume is attached in a microversion whose answer says whether it was reserved', () => {
  expect(attachMicroversion(cloud('3.71', '2.104'))).toEqual({ major: 2, minor: 100 })
  expect(attachMicroversion(cloud('3.70', '2.93'))).toEqual({ major: 2, minor: 93 })
  expect(attachMicroversion(cloud('3.0', '2.1'))).toEqual({ major: 2, minor: 1 })
})

test('3.9 is older than 3.27', () => {
  expect(speaks(cloud('3.9', '2.1'), 'volume', '3.27')).toBe(false)
})

test('a cloud that is too old to share says which of its services is', () => {
  expect(sharingObstacle(cloud('3.49', '2.93'))).toBe('old-cinder')
  expect(sharingObstacle(cloud('3.70', '2.59'))).toBe('old-nova')
  expect(sharingObstacle(cloud('3.50', '2.60'))).toBeUndefined()
})

test('a cloud that hides its versions is asked for the least that sharing needs', () => {
  const hidden = { microversions: { volume: null, compute: null } }
  expect(microversionFor(hidden, 'compute')).toEqual({ major: 2, minor: 60 })
  expect(sharingObstacle(hidden)).toBeUndefined()
})
