import { Problem } from './problem.ts'

/** A request to the cloud. A body that is a stream needs `duplex`. */
export type UpstreamInit = {
  method?: string
  headers: Record<string, string>
  body?: string | ReadableStream<Uint8Array> | null
  duplex?: 'half'
  signal?: AbortSignal
}

/** Sends a request to the cloud; follows no redirect. Rejects when no answer comes. */
export type Upstream = (address: string, init: UpstreamInit) => Promise<Response>

/** Statuses that a `Response` must have no body with. */
export const bodiless: ReadonlySet<number> = new Set([204, 205, 304])

/** How long Keystone and the version documents may take, in ms. */
const patience = 30_000

/** An abort signal that also fires when the answer takes too long. */
export const within = (signal: AbortSignal, ms = patience): AbortSignal =>
  AbortSignal.any([signal, AbortSignal.timeout(ms)])

/** The cause at the bottom, such as a refused connection: `fetch` wraps it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause !== undefined) return reasonOf(error.cause)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}

/** The problem of a service that gave no answer. `service` is as in "The volume service". */
export const unreachable = (service: string, cause: unknown): Problem =>
  new Problem(502, `The ${service} service of the cloud can't be reached: ${reasonOf(cause)}`, {
    cause,
  })
