import {
  reasonHeader,
  userHeader,
  type ProblemReason,
  type SessionProblem,
} from '#src/model/cloud/session.ts'

const titles: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
}

type Details = {
  title?: string
  requestId?: string
  reason?: ProblemReason
  userId?: string
  /** The header `Retry-After` as Keystone wrote it. */
  retryAfter?: string
  cause?: unknown
}

/** Why the server, or Keystone through it, does not do what was asked; becomes the answer. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  readonly title: string
  readonly requestId: string | undefined
  readonly reason: ProblemReason | undefined
  readonly userId: string | undefined
  readonly retryAfter: string | undefined

  constructor(status: number, message: string, details: Details = {}) {
    super(message, { cause: details.cause })
    this.status = status
    this.title = details.title ?? titles[status] ?? 'Error'
    this.requestId = details.requestId
    this.reason = details.reason
    this.userId = details.userId
    this.retryAfter = details.retryAfter
  }
}

/** A problem as an answer of the shape that Keystone's errors have. */
export function answerOf(problem: Problem): Response {
  const { status, title, message, requestId, reason, userId, retryAfter } = problem
  const body: SessionProblem = {
    error: {
      code: status,
      title,
      message,
      ...(requestId !== undefined && { requestId }),
      ...(reason !== undefined && { reason }),
    },
  }
  const headers = new Headers()
  if (requestId !== undefined) headers.set('x-openstack-request-id', requestId)
  if (reason !== undefined) headers.set(reasonHeader, reason)
  if (userId !== undefined) headers.set(userHeader, userId)
  if (retryAfter !== undefined) headers.set('retry-after', retryAfter)
  return Response.json(body, { status, headers })
}

/** Whether a call failed because its token is no longer valid. */
export const isRefusedToken = (cause: unknown): boolean =>
  cause instanceof Problem && cause.status === 401
