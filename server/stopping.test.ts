import { Agent, createServer, get, type IncomingMessage } from 'node:http'

import { expect, test } from 'vitest'

import { gracefulStop } from './stopping.ts'

type Answer = { connection: string | undefined; body: string }

const read = async (answer: IncomingMessage): Promise<Answer> => ({
  connection: answer.headers.connection,
  body: Buffer.concat(await answer.toArray()).toString(),
})

const ask = (port: number, path: string, agent: Agent) =>
  new Promise<Answer>((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, agent }, (answer) => resolve(read(answer))).on(
      'error',
      reject,
    )
  })

/** A server whose answers at `/slow` come when `release` is called. */
async function scene(options = { graceMs: 10_000, patienceMs: 10_000 }) {
  const slow = Promise.withResolvers<void>()
  const arrived = Promise.withResolvers<void>()
  const server = createServer((request, response) => {
    if (request.url !== '/slow') return void response.end('quick')
    arrived.resolve()
    void slow.promise.then(() => response.end('slow'))
  })
  const stop = gracefulStop(server, options)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  return { server, stop, port, release: slow.resolve, arrived: arrived.promise }
}

test('no client that keeps its connection meets a reset', async () => {
  const { server, stop, port } = await scene()
  const clients = Array.from({ length: 20 }, () => new Agent({ keepAlive: true, maxSockets: 1 }))
  // Each asks on and on with one connection, and leaves when it is told to.
  const visits = clients.map(async (agent) => {
    let answers = 0
    for (;;) {
      const { connection, body } = await ask(port, '/', agent)
      expect(body).toBe('quick')
      answers += 1
      if (answers === 3) void stop.ask()
      if (connection === 'close') return answers
    }
  })
  const answers = await Promise.all(visits)
  expect(Math.max(...answers)).toBeGreaterThan(2)
  await stop.ask()
  expect(server.listening).toBe(false)
})

test('a request in flight is answered, whenever it came', async () => {
  const { stop, port, release, arrived } = await scene({ graceMs: 0, patienceMs: 10_000 })
  const agent = new Agent({ keepAlive: true })
  const answer = ask(port, '/slow', agent)
  await arrived
  const stopped = stop.ask()
  expect(stop.isAsked()).toBe(true)
  release()
  expect(await answer).toMatchObject({ body: 'slow' })
  await stopped
  agent.destroy()
})

test('nobody connected: it stops at once, whatever the grace', async () => {
  const { server, stop } = await scene({ graceMs: 1e9, patienceMs: 1e9 })
  await stop.ask()
  expect(server.listening).toBe(false)
})

test('after the patience a request that never ends holds nothing up', async () => {
  const { server, stop, port, arrived } = await scene({ graceMs: 0, patienceMs: 0 })
  const answer = ask(port, '/slow', new Agent()).catch((error: Error) => error.message)
  await arrived
  await stop.ask()
  server.closeAllConnections()
  expect(await answer).toContain('hang up')
})
