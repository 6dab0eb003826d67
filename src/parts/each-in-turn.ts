import { useRef, useState } from 'react'

import { eachInTurn, type Outcome } from '#src/model/each-in-turn.ts'

/** Several things to which the same is done, and how far it is. */
export type EachInTurn = {
  /** What came of each that was begun with, in their order; empty before. */
  outcomes: ReadonlyMap<string, Outcome>
  pending: boolean
  /** Does it to all of `ids`, or again to some of those before; resolves at the end with what came of all. */
  start: (ids: readonly string[]) => Promise<ReadonlyMap<string, Outcome>>
  /** Drops what has not begun. */
  stop: () => void
}

/**
 * Does the same to several things, in turn. It goes on when what called it is no longer drawn.
 * @param act what is done to the thing of an id
 */
export function useEachInTurn(
  act: (id: string) => Promise<unknown>,
  { atOnce = 1 }: { atOnce?: number } = {},
): EachInTurn {
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map())
  const [pending, setPending] = useState(false)
  const run = useRef<{ stop: AbortController; known: ReadonlyMap<string, Outcome> }>(undefined)
  const start = async (ids: readonly string[]) => {
    const now = { stop: new AbortController(), known: outcomes }
    run.current = now
    setPending(true)
    const note = (id: string, outcome: Outcome) => {
      now.known = new Map(now.known).set(id, outcome)
      setOutcomes(now.known)
    }
    await eachInTurn(ids, act, { note, stop: now.stop.signal, atOnce })
    setPending(false)
    return now.known
  }
  return { outcomes, pending, start, stop: () => run.current?.stop.abort() }
}
