import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { signIn } from '#mocks/client/person.ts'
import type { Target } from '#mocks/client/target.ts'

/** Volumes of the cloud that is measured. */
const volumes = process.argv[2] ?? '100000'
const runs = 5
const pagesEachRun = 10

const median = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

const ms = (time: number) => `${time.toFixed(0)} ms`

/** Starts the server on an embedded cloud of that size; the time until it answers, and how to end it. */
async function started() {
  const begun = performance.now()
  const server = spawn(process.execPath, ['server/index.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      OS_AUTH_URL: '',
      MOORING_PUBLIC_URL: '',
      HOST: '127.0.0.1',
      PORT: '0',
      MOORING_DEMO_VOLUMES: volumes,
    },
  })
  let printed = ''
  let address: string | undefined
  for await (const part of server.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    printed += String(part)
    address = /Mooring is at (\S+)/.exec(printed)?.[1]
    if (address !== undefined) break
  }
  if (address === undefined) throw new Error('the server did not start')
  return {
    address,
    took: performance.now() - begun,
    async end() {
      server.kill()
      await once(server, 'exit')
    },
  }
}

const targetAt = (address: string): Target => ({
  send: (request) => fetch(request),
  addresses: {
    identity: `${address}/cloud/identity`,
    volume: `${address}/cloud/volume`,
    compute: `${address}/cloud/compute`,
    image: `${address}/cloud/image`,
  },
  pause: (time) => new Promise((go) => void setTimeout(go, time)),
  now: () => Date.now(),
  password: 'mooring',
})

const lists = [
  'volumes/detail?limit=1000',
  'volumes/detail?limit=1000&sort=name:asc',
  'volumes/detail?limit=1000&status=in-use',
  'attachments/detail?limit=1000',
]

const starts: number[] = []
const pages = new Map<string, number[]>(lists.map((list) => [list, []]))
for (let run = 0; run < runs; run++) {
  const server = await started()
  starts.push(server.took)
  const demo = await signIn(targetAt(server.address), 'demo', 'demo')
  for (const [list, times] of pages)
    for (let turn = 0; turn < pagesEachRun; turn++) {
      const begun = performance.now()
      await demo.cinder('GET', list)
      times.push(performance.now() - begun)
    }
  await server.end()
}

console.log(`An embedded cloud of ${volumes} volumes, ${runs} starts, medians`)
console.log('| what | time |')
console.log('| --- | --- |')
console.log(`| start until it answers | ${ms(median(starts))} |`)
for (const [list, times] of pages) console.log(`| ${list} | ${ms(median(times))} |`)
