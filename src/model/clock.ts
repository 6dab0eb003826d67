/** Time, passed in, so that what takes time can be tested without any. */
export type Clock = {
  /** ms since the epoch. */
  now(): number
  /** Resolves after `ms`; rejects with the signal's reason when it is aborted before. */
  wait(ms: number, signal?: AbortSignal): Promise<void>
}

/** The real time. */
export const realClock: Clock = {
  now: () => Date.now(),
  wait(ms, signal) {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    if (signal?.aborted) reject(signal.reason)
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal?.addEventListener('abort', stop, { once: true })
    return promise
  },
}
