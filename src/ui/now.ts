import { useSyncExternalStore } from 'react'

/** How often relative times are updated, in ms. */
const stepMs = 10_000

let read: () => number = Date.now
let now = read()
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function tick() {
  now = read()
  listeners.forEach((listener) => listener())
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) {
    now = read()
    timer = setInterval(tick, stepMs)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) clearInterval(timer)
  }
}

/** Has another clock tell the time: the cloud's times are compared with its own, since the browser's may be a day off. */
export function setClock(clock: () => number): void {
  read = clock
  tick()
}

/** The time in ms since the epoch, to within 10 s; one clock for all that shows it. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now)
