import { useState } from 'react'

/** The things as they were when there were some first: what a dialog is about does not change while it is open. */
export function useAsOpened<Thing>(things: readonly Thing[]): readonly Thing[] {
  const [kept, setKept] = useState(things)
  if (kept.length === 0 && things.length > 0) setKept(things)
  return kept
}
