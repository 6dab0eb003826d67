import type { Server } from 'node:http'

/** How a server that was asked to stop goes down. */
export type StopOptions = {
  /**
   * How long it goes on answering, in ms, each time closing the connection with the answer: a client or a proxy that reuses its
   * connections then opens a new one elsewhere, instead of meeting a reset in the middle of a request.
   */
  graceMs: number
  /** How long requests in flight may take after that, in ms. */
  patienceMs: number
}

/** A server's stop: whether it was asked for, and what asks for it. */
export type Stop = {
  isAsked: () => boolean
  /** Resolves when the last answer is out, or the patience is used up. */
  ask(): Promise<void>
}

/** How often is looked whether a connection is left, in ms. */
const lookEveryMs = 50

const wait = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms))

const connectionsOf = (server: Server) =>
  new Promise<number>((resolve) => {
    server.getConnections((error, count) => resolve(error ? 0 : count))
  })

async function goDown(server: Server, { graceMs, patienceMs }: StopOptions): Promise<void> {
  const lookUntil = async (end: number) => {
    while (performance.now() < end && (await connectionsOf(server)) > 0) {
      await wait(lookEveryMs)
      // Once the server stops listening, idle connections would delay the stop.
      if (!server.listening) server.closeIdleConnections()
    }
  }
  await lookUntil(performance.now() + graceMs)
  server.close()
  await lookUntil(performance.now() + patienceMs)
}

/** Prepares the graceful stop of `server`, whose listeners for requests have to be there already. */
export function gracefulStop(server: Server, options: StopOptions): Stop {
  let stopped: Promise<void> | undefined
  server.prependListener('request', (_request, response) => {
    if (stopped) response.setHeader('connection', 'close')
  })
  return {
    isAsked: () => stopped !== undefined,
    ask: () => (stopped ??= goDown(server, options)),
  }
}
