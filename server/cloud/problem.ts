import type { SessionProblem } from '#src/model/session.ts'

const titles: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  413: 'Content Too Large',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
}

/** Why the server, or Keystone through it, does not do what was asked; becomes the answer. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  readonly title: string
  readonly requestId: string | undefined

  constructor(
    status: number,
    message: string,
    { title, requestId, cause }: { title?: string; requestId?: string; cause?: unknown } = {},
  ) {
    super(message, { cause })
    this.status = status
    this.title = title ?? titles[status] ?? 'Error'
    this.requestId = requestId
  }
}

/** `problem` as an answer of the shape that Keystone's errors have. */
export function answerOf({ status, title, message, requestId }: Problem): Response {
  const body: SessionProblem = {
    error: { code: status, title, message, ...(requestId !== undefined && { requestId }) },
  }
  return Response.json(body, {
    status,
    headers: requestId === undefined ? {} : { 'x-openstack-request-id': requestId },
  })
}
