import { useSyncExternalStore } from 'react'

/** How often what is said of the time is said anew, in ms. */
const stepMs = 10_000

let now = Date.now()
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function tick() {
  now = Date.now()
  listeners.forEach((listener) => listener())
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) {
    now = Date.now()
    timer = setInterval(tick, stepMs)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) clearInterval(timer)
  }
}

/** The time in ms since the epoch, to within 10 s; one clock for all that shows it. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now)
