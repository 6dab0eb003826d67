import { expect, test } from 'vitest'

import { eachInTurn, type Outcome, tallyOf, toRetry } from './each-in-turn.ts'

/** Acts that end when they are told to, and what was noted of them. */
function acts() {
  const begun = new Map<string, PromiseWithResolvers<void>>()
  const outcomes = new Map<string, Outcome>()
  const stop = new AbortController()
  return {
    outcomes,
    stop,
    begun: () => [...begun.keys()],
    states: () => [...outcomes].map(([id, { state }]) => `${id} ${state}`),
    run: (ids: string[], atOnce = 1) =>
      eachInTurn(
        ids,
        (id) => {
          const ending = Promise.withResolvers<void>()
          begun.set(id, ending)
          return ending.promise
        },
        { note: (id, outcome) => void outcomes.set(id, outcome), stop: stop.signal, atOnce },
      ),
    end: async (id: string, failure?: Error) => {
      const ending = begun.get(id)
      if (failure) ending?.reject(failure)
      else ending?.resolve()
      await Promise.resolve()
      await Promise.resolve()
    },
  }
}

test('one comes after the other, and a failure stops none of them', async () => {
  const { run, end, begun, states, outcomes } = acts()
  const all = run(['a', 'b', 'c'])
  expect(begun()).toEqual(['a'])
  await end('a')
  await end('b', new Error('over quota'))
  await end('c')
  await all
  expect(states()).toEqual(['a accepted', 'b failed', 'c accepted'])
  expect(tallyOf(outcomes)).toEqual({ all: 3, done: 2, failed: 1, waiting: 0, stopped: 0 })
  expect(toRetry(outcomes)).toEqual(['b'])
})

test('several are at it side by side where that is wanted', async () => {
  const { run, end, begun } = acts()
  const all = run(['a', 'b', 'c'], 2)
  expect(begun()).toEqual(['a', 'b'])
  await end('b')
  expect(begun()).toEqual(['a', 'b', 'c'])
  await end('a')
  await end('c')
  await all
})

test('what has not begun can be stopped, and asked for again', async () => {
  const { run, end, stop, states, outcomes } = acts()
  const all = run(['a', 'b'])
  stop.abort()
  await end('a')
  await all
  expect(states()).toEqual(['a accepted', 'b stopped'])
  expect(toRetry(outcomes)).toEqual(['b'])
})

test('a thrown word becomes an error', async () => {
  const outcomes = new Map<string, Outcome>()
  await eachInTurn(
    ['a'],
    async () => {
      // oxlint-disable-next-line no-throw-literal -- libraries do
      throw 'no'
    },
    {
      note: (id, outcome) => void outcomes.set(id, outcome),
      stop: new AbortController().signal,
    },
  )
  expect(outcomes.get('a')).toEqual({ state: 'failed', error: new Error('no') })
})
