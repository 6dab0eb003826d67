import fc from 'fast-check'
import { expect, test } from 'vitest'

import { Expectation } from './expectation.ts'
import { broken, brokenAtRest } from './invariants.ts'
import { anyMoment, carryOut, type Moment } from './operations.ts'
import { smallCloud } from './small-cloud.ts'

/** Longer than anything that the cloud does takes, in ms. */
const restMs = 60_000

/** Lets clients do what they do, and finds what is wrong on the way or at the end. */
async function live(moments: readonly Moment[]): Promise<string[]> {
  const small = await smallCloud()
  const { region, clock } = small
  const expectation = new Expectation(region)
  for (const { together, thenMs } of moments) {
    const outcomes = await Promise.all(together.map((operation) => carryOut(small, operation)))
    expectation.hear(outcomes)
    const now = broken(region, expectation.torn)
    if (now.length > 0) return now
    clock.advance(thenMs)
    const later = broken(region, expectation.torn)
    if (later.length > 0) return later
  }
  clock.advance(restMs)
  const { torn } = expectation
  return [...broken(region, torn), ...brokenAtRest(region, torn), ...expectation.unkept(region)]
}

test('whatever clients do at once, with whatever connections, states, attachments and quotas stay true', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyMoment, { maxLength: 25 }), async (moments) => {
      expect(await live(moments)).toEqual([])
    }),
    { numRuns: 150 },
  )
}, 60_000)
