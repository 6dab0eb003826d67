import { encodeScope, type WindowScope } from '#src/model/cloud/session.ts'
import type { ApiError } from '#src/openstack/http/api-error.ts'

import { fetchSession, reopenScope } from './session.ts'
import { obstacleIn, signInGate } from './sign-in-gate.ts'

/** `act` for a scope, done once for all who ask while it is under way. */
function sharedByScope<T>(
  act: (scope: WindowScope) => Promise<T>,
): (scope: WindowScope) => Promise<T> {
  const underWay = new Map<string, Promise<T>>()
  return (scope) => {
    const key = encodeScope(scope)
    const going = underWay.get(key) ?? act(scope).finally(() => underWay.delete(key))
    underWay.set(key, going)
    return going
  }
}

const look = sharedByScope((scope) => fetchSession(undefined, scope))
const reopen = sharedByScope(reopenScope)

/**
 * Looks after a call that was refused because of the session rather than by the cloud. Resolves with whether to send it again:
 * at once where the session can be had back, else when the person has signed in again.
 * @param tries how often this call has been recovered before
 * @throws ApiError where the session can't be looked at
 */
export async function recovered(
  failure: ApiError,
  { scope, tries, signal }: { scope: WindowScope; tries: number; signal: AbortSignal | undefined },
): Promise<boolean> {
  const { reason } = failure.details
  if (reason === 'scope-closed' && tries === 0)
    try {
      await reopen(scope)
      return true
    } catch {
      // The look below says what there is instead.
    }
  // The server has taken the cookies away, so a look would not tell why any more.
  if (reason === 'idle' || reason === 'updated')
    signInGate.close({ kind: 'ended', because: reason })
  if (signInGate.getSnapshot() === undefined) {
    const obstacle = obstacleIn(await look(scope), scope)
    // Services may refuse a token of before for a moment, while another window has signed in again.
    if (!obstacle && tries === 0) return true
    signInGate.close(obstacle ?? { kind: 'ended' })
  }
  return signInGate.wait(signal)
}
