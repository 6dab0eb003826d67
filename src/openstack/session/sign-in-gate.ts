import { isSameScope, windowScopeOf } from '#src/model/cloud/scope.ts'
import type { WindowScope, Session, SignedIn, SignedOutReason } from '#src/model/cloud/session.ts'

/**
 * Why calls are held.
 * - `ended`: nobody is signed in any more
 * - `elsewhere`: the browser's session is now another user's, or in another project since the window's can't be entered
 */
export type GateReason =
  | { kind: 'ended'; because?: SignedOutReason }
  | { kind: 'elsewhere'; session: SignedIn }

/** Why a window that shows `scope` can't go on with `session`; undefined where it can. */
export function obstacleIn(session: Session, scope: WindowScope): GateReason | undefined {
  if (session.state !== 'signed-in')
    return { kind: 'ended', ...(session.reason && { because: session.reason }) }
  return isSameScope(windowScopeOf(session), scope) ? undefined : { kind: 'elsewhere', session }
}

/**
 * Holds calls to the cloud while the window's session can't make them. A call that was refused for the session did nothing: it
 * waits here until the person has signed in again and is then sent once more, so that nothing begun is lost.
 */
export type SignInGate = {
  subscribe: (listener: () => void) => () => void
  /** Why the gate is closed; undefined while it is open. */
  getSnapshot: () => GateReason | undefined
  /** Closes the gate, or updates why it is closed. */
  close(reason: GateReason): void
  /** Lets the held calls go on, after the same person has signed in again. */
  open(): void
  /** Fails the held calls as signed out, when somebody else goes on. */
  abandon(): void
  /** Resolves, once the gate is opened or abandoned, with whether to try again. Rejects when `signal` is aborted meanwhile. */
  wait(signal?: AbortSignal): Promise<boolean>
}

/** A gate that is open. */
export function createSignInGate(): SignInGate {
  const listeners = new Set<() => void>()
  let closed: { reason: GateReason; over: PromiseWithResolvers<boolean> } | undefined
  const tell = () => listeners.forEach((listener) => listener())
  const settle = (goOn: boolean) => {
    if (!closed) return
    closed.over.resolve(goOn)
    closed = undefined
    tell()
  }
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => closed?.reason,
    close(reason) {
      // The server says only once why a session ended; later looks find nobody signed in.
      const tellsLess = reason.kind === 'ended' && reason.because === undefined
      if (closed?.reason.kind === 'ended' && tellsLess) return
      closed = { reason, over: closed?.over ?? Promise.withResolvers<boolean>() }
      tell()
    },
    open: () => settle(true),
    abandon: () => settle(false),
    wait(signal) {
      if (!closed) return Promise.resolve(true)
      const { promise } = closed.over
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
