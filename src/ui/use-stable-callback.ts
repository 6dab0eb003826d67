import { useCallback, useLayoutEffect, useRef, useState } from 'react'

/**
 * The same function for ever, which does what `act` does as of the last drawing: what gets it need not be drawn again because
 * its owner was. For acts of the reader, not to be called while drawing.
 */
export function useSteady<Args extends unknown[]>(
  act: (...args: Args) => void,
): (...args: Args) => void {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  }, [act])
  return useCallback((...args: Args) => latest.current(...args), [])
}

/** The same object as long as it says the same. */
export function useSame<Value extends object>(value: Value): Value {
  const [kept, setKept] = useState(value)
  if (kept === value || JSON.stringify(kept) === JSON.stringify(value)) return kept
  setKept(value)
  return value
}
