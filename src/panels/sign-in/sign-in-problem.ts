import { ApiError } from '#src/openstack/http/api-error.ts'
import { type Notice, noticeOf } from '#src/openstack/http/error-notice.ts'

/**
 * What a failed sign-in means for the form.
 * - `wrong`: what was typed is not right; Keystone doesn't say which part
 * - `passcode`: a second factor is missing
 * - `expired`: the password has to be changed first
 * - `notice`: anything else, in its own words; of a kind only where its general advice fits
 */
export type SignInProblem =
  | { kind: 'wrong'; requestId?: string }
  | { kind: 'passcode' }
  | { kind: 'expired'; userId: string }
  | { kind: 'notice'; notice: Omit<Notice, 'kind'> & Partial<Pick<Notice, 'kind'>> }

const withAdvice: ReadonlySet<string> = new Set([
  'server-fault',
  'unreachable',
  'too-many-requests',
  'unreadable',
  'fault',
])

/** What `error`, the failure of a sign-in, means for the form. */
export function signInProblem(error: Error): SignInProblem {
  if (error instanceof ApiError) {
    const { reason, userId, requestId } = error.details
    if (reason === 'passcode-needed') return { kind: 'passcode' }
    if (reason === 'password-expired' && userId !== undefined) return { kind: 'expired', userId }
    if (reason === 'wrong-credentials')
      return { kind: 'wrong', ...(requestId !== undefined && { requestId }) }
  }
  const { kind, ...notice } = noticeOf(error)
  return { kind: 'notice', notice: { ...notice, ...(withAdvice.has(kind) && { kind }) } }
}
