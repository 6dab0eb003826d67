import type { Refusal } from '#mocks/cloud/refusal.ts'

/** What a route answers; the service adds the headers that all its answers have. */
export type Answer = {
  status: number
  /** Sent as JSON. Without it the body is empty. */
  body?: unknown
  headers?: Record<string, string>
}

export const ok = (body: unknown): Answer => ({ status: 200, body })
export const accepted = (body?: unknown): Answer => ({ status: 202, body })
export const noContent: Answer = { status: 204 }

/** An empty answer that a service gives as web pages are given: with their content type. */
export const emptyPage = (status: number): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=UTF-8' },
})

const names: Record<number, string> = {
  400: 'badRequest',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'itemNotFound',
  409: 'conflictingRequest',
  413: 'overLimit',
  415: 'badMediaType',
}

/** A refusal in the envelope of Cinder and Nova. */
export function faultOf({ status, message }: Refusal): Answer {
  const fault = { code: status, message }
  if (status === 413)
    return {
      status,
      body: { overLimit: { ...fault, retryAfter: '0' } },
      headers: { 'retry-after': '0' },
    }
  return { status, body: { [names[status] ?? 'computeFault']: fault } }
}

const titles: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  415: 'Unsupported Media Type',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

export const titleOf = (status: number) => titles[status] ?? 'Error'

/** An error of WebOb, the library below Cinder, Nova and Glance: JSON for those who ask for it, else a page. */
export function pageOfError(request: Request, status: number, message: string): Answer {
  const title = titleOf(status)
  if (request.headers.get('accept')?.includes('json'))
    return {
      status,
      body: { message: `${message}<br /><br />\n\n\n`, code: `${status} ${title}`, title },
    }
  const code = `${status} ${title}`
  return {
    status,
    body: `<html>\n <head>\n  <title>${code}</title>\n </head>\n <body>\n  <h1>${code}</h1>\n  ${message}<br /><br />\n\n\n\n </body>\n</html>`,
    headers: { 'content-type': 'text/html; charset=UTF-8' },
  }
}

export const noSuchPath = (request: Request) =>
  pageOfError(request, 404, 'The resource could not be found.')

/** Makes the response. A body that is text already is sent as it is. */
export function responseOf({ status, body, headers }: Answer): Response {
  const all = new Headers(headers)
  const empty = body === undefined || status === 204 || status === 304
  if (!all.has('content-type') && !empty) all.set('content-type', 'application/json')
  if (empty) return new Response(null, { status, headers: all })
  const isJson = all.get('content-type')?.includes('json')
  const text = typeof body === 'string' && !isJson ? body : JSON.stringify(body)
  return new Response(text, { status, headers: all })
}
