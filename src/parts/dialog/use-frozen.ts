import { useState } from 'react'

/** The first value that there was, such as the first answer to a query: what a form compares its changes with. */
export function useFirst<Value>(value: Value | undefined): Value | undefined {
  const [first, setFirst] = useState(value)
  if (first === undefined && value !== undefined) setFirst(value)
  return first
}

/** The things as they were when there were some first: what a dialog is about does not change while it is open. */
export function useAsOpened<Thing>(things: readonly Thing[]): readonly Thing[] {
  const [kept, setKept] = useState(things)
  if (kept.length === 0 && things.length > 0) setKept(things)
  return kept
}
