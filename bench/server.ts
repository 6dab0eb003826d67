import { readFile } from 'node:fs/promises'
import { createServer, request as forward } from 'node:http'

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

/** What a process takes of the memory, in bytes (Linux). */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) * 1024
}

const cloud = await startServer()
const proxy = await bareProxy(cloud.address)
const starts: number[] = []
for (let run = 0; run < runs; run++) {
  const server = await startServer({ OS_AUTH_URL: `${cloud.address}/cloud/identity/v3` })
  starts.push(server.took)
  await server.end()
}
const mooring = await startServer({ OS_AUTH_URL: `${cloud.address}/cloud/identity/v3` })

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

const before = await memoryOf(mooring.pid)
for (let turn = 0; turn < 1_000; turn++) await signIn(mooring.address)
const first = await memoryOf(mooring.pid)
for (let turn = 0; turn < 1_000; turn++) await signIn(mooring.address)
const second = await memoryOf(mooring.pid)

console.log(`A short answer of the embedded cloud, ${runs} runs, medians`)
printTable(['by way of', 'latency', `${sideBySide} side by side`], rows)
printTable(
  ['what', 'how much'],
  [
    ['start of the server on a built page', ms(median(starts))],
    ['memory after the measurements above', MB(before)],
    ['after 1,000 sign-ins', MB(first)],
    ['after 2,000', MB(second)],
  ],
)
proxy.end()
await mooring.end()
await cloud.end()
