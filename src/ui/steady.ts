import { useCallback, useLayoutEffect, useRef } from 'react'

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
