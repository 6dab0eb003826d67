import { expect, test } from 'vitest'

import { defaultDurations, durationsAt } from './durations.ts'

test('at four times the speed everything takes a quarter of its time', () => {
  const quick = Object.entries(durationsAt(4)).map(([what, ms]) => [what, ms * 4])
  expect(Object.fromEntries(quick)).toEqual(defaultDurations)
})
