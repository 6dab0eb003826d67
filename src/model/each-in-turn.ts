import { asError } from './as-error.ts'

/** What came of an act on one of several things. */
export type Outcome =
  | { state: 'waiting' }
  | { state: 'working' }
  /** The cloud took it. */
  | { state: 'accepted' }
  | { state: 'failed'; error: Error }
  /** It was not begun, since somebody stopped the rest. */
  | { state: 'stopped' }

/** How several things are gone through. */
export type TurnOptions = {
  /** Told of each change. */
  note: (id: string, outcome: Outcome) => void
  /** Drops what has not begun when it is aborted. */
  stop: AbortSignal
  /** How many are at it side by side. */
  atOnce?: number
}

/**
 * Does the same to several things, in their order; the failure of one stops none of the others.
 * @param act what is done to the thing of an id
 */
export async function eachInTurn(
  ids: readonly string[],
  act: (id: string) => Promise<unknown>,
  { note, stop, atOnce = 1 }: TurnOptions,
): Promise<void> {
  for (const id of ids) note(id, { state: 'waiting' })
  const coming = ids.values()
  const work = async () => {
    for (const id of coming) {
      if (stop.aborted) {
        note(id, { state: 'stopped' })
        continue
      }
      note(id, { state: 'working' })
      try {
        await act(id)
        note(id, { state: 'accepted' })
      } catch (reason) {
        note(id, { state: 'failed', error: asError(reason) })
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, ids.length) }, work))
}

/** How many of the things are at each point. */
export type Tally = { all: number; done: number; failed: number; waiting: number; stopped: number }

/** Counts what came of the things so far. */
export function tallyOf(outcomes: ReadonlyMap<string, Outcome>): Tally {
  const tally: Tally = { all: outcomes.size, done: 0, failed: 0, waiting: 0, stopped: 0 }
  for (const { state } of outcomes.values()) {
    if (state === 'accepted') tally.done += 1
    else if (state !== 'working') tally[state] += 1
  }
  return tally
}

/** Those that may be asked for once more: the failed, and those that were stopped. */
export const toRetry = (outcomes: ReadonlyMap<string, Outcome>): string[] =>
  [...outcomes].flatMap(([id, { state }]) =>
    state === 'failed' || state === 'stopped' ? [id] : [],
  )
