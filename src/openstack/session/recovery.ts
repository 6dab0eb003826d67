import type { Scope } from '#src/model/session.ts'
import type { ApiError } from '#src/openstack/api-error.ts'

import { fetchSession, reopenScope } from './session.ts'
import { obstacleIn, signInGate } from './sign-in-gate.ts'

/** One promise for all who ask while it is under way. */
function shared<T>(act: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined
  return () => {
    underWay ??= act().finally(() => {
      underWay = undefined
    })
    return underWay
  }
}

const look = shared(() => fetchSession().catch(() => undefined))

const reopenings = new Map<string, () => Promise<unknown>>()

function reopen(scope: Scope): Promise<unknown> {
  const key = JSON.stringify(scope)
  const act = reopenings.get(key) ?? shared(() => reopenScope(scope))
  reopenings.set(key, act)
  return act()
}

/**
 * Looks after a call that was refused because of the session rather than by the cloud. Resolves with whether to send it again:
 * at once where the session can be had back, else when the person has signed in again.
 * @param tries how often this call has been recovered before
 */
export async function recovered(
  failure: ApiError,
  { scope, tries, signal }: { scope: Scope; tries: number; signal: AbortSignal | undefined },
): Promise<boolean> {
  const { reason } = failure.details
  if (reason === 'scope-closed' && tries === 0)
    try {
      await reopen(scope)
      return true
    } catch {
      // The look below says what there is instead.
    }
  if (signInGate.getSnapshot() === undefined) {
    const obstacle = obstacleIn(await look(), scope)
    // Services may refuse a token of before for a moment, while another window has signed in again.
    if (!obstacle && tries === 0) return true
    signInGate.close(obstacle ?? { kind: 'ended' })
  }
  return signInGate.wait(signal)
}
