import type { ProblemReason, ServiceName } from '#src/model/cloud/session.ts'

/** What kind of failure it was, by what one can do about it. */
export type ApiErrorKind =
  | 'refused'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'over-quota'
  | 'too-many-requests'
  | 'signed-out'
  | 'server-fault'
  | 'unreachable'
  | 'unreadable'

/** Where a failure came from and how to speak of it with an operator. */
export type ApiErrorDetails = {
  service: ServiceName | 'session'
  /** HTTP status; none when no answer came. */
  status?: number
  /** The cloud's word for the failure, such as `badRequest` or `itemNotFound`. */
  title?: string
  /** The request id by which the cloud's logs know it. */
  requestId?: string
  /** Why Mooring's own server refused, where the page goes on differently for it. */
  reason?: ProblemReason
  /** Whose password has expired; with that reason only. */
  userId?: string
  /** How long the cloud asks to wait before the next try, in ms. */
  retryAfterMs?: number
  /** The volume's status at the time, where a refusal over it names it. */
  volumeStatus?: string
}

/** How the cloud, or the way to it, failed. `message` is the cloud's own sentence. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly kind: ApiErrorKind
  readonly details: ApiErrorDetails

  constructor(kind: ApiErrorKind, message: string, details: ApiErrorDetails, cause?: unknown) {
    super(message, { cause })
    this.kind = kind
    this.details = details
  }
}

/** What kind of failure an HTTP status stands for. */
export function kindOfStatus(status: number): ApiErrorKind {
  switch (status) {
    case 401:
      return 'signed-out'
    case 403:
      return 'forbidden'
    case 404:
      return 'not-found'
    case 409:
      return 'conflict'
    // Cinder answers 413 with `overLimit` for an exceeded quota: cinder/exception.py, QuotaError.
    case 413:
      return 'over-quota'
    case 429:
      return 'too-many-requests'
    case 502:
    case 504:
      return 'unreachable'
    default:
      return status >= 500 ? 'server-fault' : 'refused'
  }
}

/** Whether nobody is signed in any more. */
export const isSignedOut = (error: Error): boolean =>
  error instanceof ApiError && error.kind === 'signed-out'

/** How long to wait where the cloud limits the rate of requests and does not say for how long, in ms. */
const usualPauseMs = 2_000

/** How long the cloud asks to wait before it is asked again, in ms; undefined where it does not ask. */
export function pauseAfter(error: Error): number | undefined {
  if (!(error instanceof ApiError)) return undefined
  const { retryAfterMs } = error.details
  // A quota that is used up (413) does not pass by waiting, whatever the header says.
  if (error.kind === 'over-quota') return undefined
  return retryAfterMs ?? (error.kind === 'too-many-requests' ? usualPauseMs : undefined)
}

const passing: ReadonlySet<ApiErrorKind> = new Set([
  'unreachable',
  'server-fault',
  'too-many-requests',
])

/** Whether the cloud said that there is no such thing, in the words of the service and not of a proxy. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof ApiError && error.kind === 'not-found' && !isUncertainFailure(error)

/**
 * Whether the effect of a request is unknown: no answer came, or one that is not from the service, such as a proxy's 403. OpenStack's
 * own refusals have a fault name in the body or a request id.
 */
export const isUncertainFailure = (error: Error): boolean =>
  error instanceof ApiError &&
  (isPassingFailure(error) ||
    (error.kind !== 'signed-out' &&
      error.details.reason === undefined &&
      error.details.title === undefined &&
      error.details.requestId === undefined))

/** Whether the failure may pass without anybody doing anything: no answer came, or not what the request deserved. */
export const isPassingFailure = (error: Error): boolean =>
  error instanceof ApiError && passing.has(error.kind)
