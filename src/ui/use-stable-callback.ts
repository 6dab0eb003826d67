import { useCallback, useLayoutEffect, useRef, useState } from 'react'

/**
 * Returns a stable callback that always calls the latest `act`, so that memoised children don't re-render. For event handlers,
 * not for use while rendering.
 */
export function useStableCallback<Args extends unknown[]>(
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
