import { useRef, useState } from 'react'

/** What came of an act on one of several things. */
export type Outcome =
  | { state: 'waiting' }
  | { state: 'working' }
  | { state: 'accepted' }
  | { state: 'failed'; error: Error }

/**
 * Does the same to several things, one after the other; the failure of one stops none of the others.
 * @param act what is done to the thing of an id
 */
export function useEachInTurn(act: (id: string) => Promise<unknown>): {
  /** What came of each that was begun with, in their order; empty before. */
  outcomes: ReadonlyMap<string, Outcome>
  pending: boolean
  /** Does it to all of `ids`, or again to some of those before. Resolves with whether none failed. */
  start: (ids: readonly string[]) => Promise<boolean>
} {
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map())
  const [pending, setPending] = useState(false)
  const busy = useRef(false)
  const note = (id: string, outcome: Outcome) =>
    setOutcomes((before) => new Map(before).set(id, outcome))
  const start = async (ids: readonly string[]) => {
    if (busy.current) return false
    busy.current = true
    setPending(true)
    for (const id of ids) note(id, { state: 'waiting' })
    let failures = 0
    for (const id of ids) {
      note(id, { state: 'working' })
      try {
        await act(id)
        note(id, { state: 'accepted' })
      } catch (error) {
        failures += 1
        note(id, {
          state: 'failed',
          error: error instanceof Error ? error : new Error(String(error)),
        })
      }
    }
    busy.current = false
    setPending(false)
    return failures === 0
  }
  return { outcomes, pending, start }
}

/** Those that failed. */
export const failedOf = (outcomes: ReadonlyMap<string, Outcome>): string[] =>
  [...outcomes].flatMap(([id, { state }]) => (state === 'failed' ? [id] : []))
