import type { Keystone } from '#server/cloud/keystone.ts'
import { Problem } from '#server/cloud/problem.ts'

/** Revokes tokens one after the other; returns the problem of the first that Keystone did not revoke. */
export async function revokeTokens(
  tokens: readonly string[],
  keystone: Keystone,
  signal: AbortSignal,
): Promise<Problem | undefined> {
  let failed: Problem | undefined
  for (const token of tokens)
    try {
      await keystone.revoke(token, signal)
    } catch (cause) {
      failed ??= cause instanceof Problem ? cause : new Problem(502, String(cause))
    }
  return failed
}
