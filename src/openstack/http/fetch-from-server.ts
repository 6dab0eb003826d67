import {
  type ProblemReason,
  reasonHeader,
  type ServiceName,
  userHeader,
} from '#src/model/cloud/session.ts'

import { ApiError, kindOfStatus } from './api-error.ts'
import { volumeStatusIn, withoutMarkup, wordsOf } from './error-body.ts'
import { retryAfterIn } from './retry-after.ts'

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
  // The status has been heard, so that a body that is cut off hides the words only.
  const body = await response.text().catch(() => '')
  const { title, message } = wordsOf(body, response.status)
  const requestId = requestIdOf(response.headers)
  const retryAfterMs = retryAfterIn(response.headers)
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
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(volumeStatus !== undefined && { volumeStatus }),
  })
}

/** `fetch`, whose failures to get any answer become an `ApiError` too; an abort stays an abort. */
export async function fetchFromServer(
  service: Recipient,
  address: string,
  init: RequestInit,
): Promise<Response> {
  try {
    return await fetch(address, { credentials: 'same-origin', ...init })
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw unreachable(service, cause)
  }
}

const unreachable = (service: Recipient, cause: unknown) =>
  new ApiError(
    'unreachable',
    cause instanceof Error ? cause.message : String(cause),
    { service },
    cause,
  )

/**
 * The JSON in an answer.
 * @throws ApiError of kind `unreachable` where the answer is cut off, empty, or something else, such as a proxy's page: what the
 * service said has not arrived
 */
export async function jsonIn(
  service: Recipient,
  response: Response,
  signal?: AbortSignal,
): Promise<unknown> {
  let body: string
  try {
    body = await response.text()
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw unreachable(service, cause)
  }
  try {
    const raw: unknown = JSON.parse(body)
    return raw
  } catch (cause) {
    const words = withoutMarkup(body).slice(0, 200)
    const requestId = requestIdOf(response.headers)
    throw new ApiError(
      'unreachable',
      words === '' ? 'The answer is empty' : `The answer is not JSON: ${words}`,
      { service, status: response.status, ...(requestId !== undefined && { requestId }) },
      cause,
    )
  }
}
