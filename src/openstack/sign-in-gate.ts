/**
 * Holds calls to the cloud while nobody is signed in. A call that is answered with 401 did nothing: it waits here
 * until the person has signed in again and is then sent once more, so that nothing begun is lost.
 */
export type SignInGate = {
  subscribe: (listener: () => void) => () => void
  getSnapshot: () => 'open' | 'closed'
  /** Closes the gate, when it is known that nobody is signed in any more. */
  close(): void
  /** Lets the held calls go on, after the same person has signed in again. */
  open(): void
  /** Fails the held calls as signed out, when somebody else goes on. */
  abandon(): void
  /** Closes the gate; resolves with whether to try again. Rejects when `signal` is aborted meanwhile. */
  wait(signal?: AbortSignal): Promise<boolean>
}

/** A gate that is open. */
export function createSignInGate(): SignInGate {
  const listeners = new Set<() => void>()
  let waiting: PromiseWithResolvers<boolean> | undefined
  const tell = () => listeners.forEach((listener) => listener())
  const settle = (goOn: boolean) => {
    waiting?.resolve(goOn)
    waiting = undefined
    tell()
  }
  const close = () => {
    if (waiting) return waiting
    waiting = Promise.withResolvers<boolean>()
    tell()
    return waiting
  }
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => (waiting === undefined ? 'open' : 'closed'),
    close,
    open: () => settle(true),
    abandon: () => settle(false),
    wait(signal) {
      const { promise } = close()
      if (signal === undefined) return promise
      const aborted = Promise.withResolvers<never>()
      const stop = () => aborted.reject(signal.reason)
      signal.addEventListener('abort', stop, { once: true })
      return Promise.race([promise, aborted.promise]).finally(() =>
        signal.removeEventListener('abort', stop),
      )
    },
  }
}

/** The page's gate. */
export const signInGate: SignInGate = createSignInGate()
