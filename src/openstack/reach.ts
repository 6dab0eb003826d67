import {
  type ProblemReason,
  reasonHeader,
  type ServiceName,
  userHeader,
} from '#src/model/session.ts'

import { ApiError, kindOfStatus } from './api-error.ts'
import { volumeStatusIn, wordsOf } from './error-body.ts'

/** Who a request is for: a service of the cloud, or the server itself. */
type Recipient = ServiceName | 'session'

const reasons: ReadonlySet<string> = new Set<ProblemReason>([
  'wrong-credentials',
  'passcode-needed',
  'password-expired',
  'idle',
  'updated',
  'other-user',
  'scope-closed',
])

const isReason = (text: string | null): text is ProblemReason => text !== null && reasons.has(text)

/** The id by which the cloud's logs know a request. */
export const requestIdOf = (headers: Headers): string | undefined =>
  headers.get('x-openstack-request-id') ?? headers.get('x-compute-request-id') ?? undefined

/** The failure that an answer other than a success stands for. */
export async function failureOf(service: Recipient, response: Response): Promise<ApiError> {
  const { title, message } = wordsOf(await response.text(), response.status)
  const requestId = requestIdOf(response.headers)
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  const reason = response.headers.get(reasonHeader)
  const userId = response.headers.get(userHeader)
  const volumeStatus = volumeStatusIn(message)
  return new ApiError(kindOfStatus(response.status), message, {
    service,
    status: response.status,
    ...(title !== undefined && { title }),
    ...(requestId !== undefined && { requestId }),
    ...(isReason(reason) && { reason }),
    ...(userId !== null && { userId }),
    ...(Number.isFinite(retryAfter) && { retryAfterMs: retryAfter * 1000 }),
    ...(volumeStatus !== undefined && { volumeStatus }),
  })
}

/** `fetch`, whose failures to get any answer become an `ApiError` too; an abort stays an abort. */
export async function reach(
  service: Recipient,
  address: string,
  init: RequestInit,
): Promise<Response> {
  try {
    return await fetch(address, { credentials: 'same-origin', ...init })
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    const words = cause instanceof Error ? cause.message : String(cause)
    throw new ApiError('unreachable', words, { service }, cause)
  }
}
