import { once } from 'node:events'
import { createServer, request as forward } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

import { MB, median, ms, printTable } from './figures.ts'
import { startServer } from './server-process.ts'

const runs = Number(process.argv[2] ?? 3)
const asksARun = 400
const sideBySide = 32

/** The least that stands between: it passes each request on to `target` as it came, and each answer back. */
async function bareProxy(target: string) {
  const { hostname, port } = new URL(target)
  const server = createServer((request, response) => {
    const { url: path, method, headers } = request
    const onward = forward({ hostname, port, path, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    request.pipe(onward)
  })
  await new Promise<void>((go) => void server.listen(0, '127.0.0.1', go))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  return { address: `http://127.0.0.1:${address.port}`, end: () => server.close() }
}

/** A token of Keystone's, and the project that it is for. */
async function token(cloud: string): Promise<{ id: string; project: string }> {
  const domain = { name: 'Default' }
  const response = await fetch(`${cloud}/cloud/identity/v3/auth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      auth: {
        identity: {
          methods: ['password'],
          password: { user: { name: 'demo', domain, password: 'mooring' } },
        },
        scope: { project: { name: 'demo', domain } },
      },
    }),
  })
  const body: { token: { project: { id: string } } } = await response.json()
  return { id: response.headers.get('x-subject-token') ?? '', project: body.token.project.id }
}

const signIn = async (address: string): Promise<string> => {
  const response = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ userName: 'demo', password: 'mooring', domain: 'Default' }),
  })
  if (!response.ok) throw new Error(`sign-in was answered with ${response.status}`)
  return response.headers.getSetCookie().join('; ').split(';')[0] ?? ''
}

type Way = { address: string; headers: Record<string, string> }

async function ask({ address, headers }: Way): Promise<void> {
  const response = await fetch(address, { headers })
  if (!response.ok) throw new Error(`${address} was answered with ${response.status}`)
  await response.arrayBuffer()
}

/** The time of one request after another, in ms. */
async function latencies(way: Way): Promise<number[]> {
  const times: number[] = []
  for (let turn = 0; turn < asksARun; turn++) {
    const begun = performance.now()
    await ask(way)
    times.push(performance.now() - begun)
  }
  return times
}

/** Requests a second, many side by side. */
async function throughput(way: Way): Promise<number> {
  const begun = performance.now()
  const lane = async () => {
    for (let turn = 0; turn < asksARun / 8; turn++) await ask(way)
  }
  await Promise.all(Array.from({ length: sideBySide }, lane))
  return (sideBySide * (asksARun / 8)) / ((performance.now() - begun) / 1000)
}

const inspectorPort = 9_339

/** What the objects of the server take once what is not used any more is gone, in bytes. */
async function heapOf(): Promise<number> {
  const targets: { webSocketDebuggerUrl: string }[] = await (
    await fetch(`http://127.0.0.1:${inspectorPort}/json/list`)
  ).json()
  const socket = new WebSocket(targets[0]?.webSocketDebuggerUrl ?? '')
  await once(socket, 'open')
  const call = async (method: string): Promise<{ usedSize?: number }> => {
    const answered = once(socket, 'message')
    socket.send(JSON.stringify({ id: 1, method }))
    const [message] = await answered
    return JSON.parse(message instanceof MessageEvent ? String(message.data) : '').result
  }
  await call('HeapProfiler.collectGarbage')
  const { usedSize = Number.NaN } = await call('Runtime.getHeapUsage')
  socket.close()
  return usedSize
}

const cloud = await startServer()
const proxy = await bareProxy(cloud.address)
const starts: number[] = []
for (let run = 0; run < runs; run++) {
  const server = await startServer({ OS_AUTH_URL: `${cloud.address}/cloud/identity/v3` })
  starts.push(server.took)
  await server.end()
}
const mooring = await startServer({ OS_AUTH_URL: `${cloud.address}/cloud/identity/v3` }, [
  `--inspect=127.0.0.1:${inspectorPort}`,
])

const { id, project } = await token(cloud.address)
const path = `/cloud/volume/v3/${project}/volumes?limit=1`
const ways = {
  'the cloud itself': { address: `${cloud.address}${path}`, headers: { 'x-auth-token': id } },
  'a bare proxy': { address: `${proxy.address}${path}`, headers: { 'x-auth-token': id } },
  Mooring: {
    address: `${mooring.address}/api/volume/volumes?limit=1`,
    headers: { cookie: await signIn(mooring.address) },
  },
}
const rows: string[][] = []
for (const way of Object.values(ways)) await latencies(way)
for (const [name, way] of Object.entries(ways)) {
  const times: number[] = []
  const rates: number[] = []
  for (let run = 0; run < runs; run++) {
    times.push(...(await latencies(way)))
    rates.push(await throughput(way))
  }
  rows.push([name, ms(median(times)), `${median(rates).toFixed(0)}/s`])
}

/** Longer than any clock of the server's runs that is to end what takes too long, in ms. */
const rest = 32_000

async function heapAfter(signIns: number): Promise<number> {
  for (let turn = 0; turn < signIns; turn++) await signIn(mooring.address)
  await sleep(rest)
  return heapOf()
}

const before = await heapAfter(1)
const first = await heapAfter(1_000)
const second = await heapAfter(1_000)

console.log(`A short answer of the embedded cloud, ${runs} runs, medians`)
printTable(['by way of', 'latency', `${sideBySide} side by side`], rows)
printTable(
  ['what', 'how much'],
  [
    ['start of the server on a built page', ms(median(starts))],
    ['objects in memory after the measurements above', MB(before)],
    ['after 1,000 sign-ins', MB(first)],
    ['after 2,000', MB(second)],
  ],
)
proxy.end()
await mooring.end()
await cloud.end()
