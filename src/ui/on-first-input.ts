const signs = ['pointermove', 'pointerdown', 'keydown'] as const

/** How long an act waits for a moment in which the browser has nothing else to do, in ms. */
const patienceMs = 1_000

// Safari has no such moments.
const whenIdle = (act: () => void) =>
  'requestIdleCallback' in window
    ? requestIdleCallback(act, { timeout: patienceMs })
    : setTimeout(act, 50)

/**
 * Runs tasks one by one on idle after the first user input: prefetches without delaying the first paint.
 * @returns the way to leave it
 */
export function atFirstSign(acts: readonly (() => unknown)[]): () => void {
  const done = new AbortController()
  const left = new AbortController()
  const next = (place: number) => {
    if (left.signal.aborted || place >= acts.length) return
    acts[place]?.()
    whenIdle(() => next(place + 1))
  }
  const begin = () => {
    done.abort()
    whenIdle(() => next(0))
  }
  for (const sign of signs) window.addEventListener(sign, begin, { signal: done.signal })
  return () => {
    done.abort()
    left.abort()
  }
}
