import { withNewest } from '#mocks/client/newest.ts'
import { signIn } from '#mocks/client/person.ts'
import type { Target } from '#mocks/client/target.ts'

import { median, ms, printTable } from './figures.ts'
import { startServer } from './server-process.ts'

/** Volumes of the cloud that is measured. */
const volumes = process.argv[2] ?? '100000'
const runs = 5
const pagesEachRun = 10

const targetAt = (address: string): Omit<Target, 'newest'> => ({
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
  const server = await startServer({ MOORING_DEMO_VOLUMES: volumes })
  starts.push(server.took)
  const demo = await signIn(await withNewest(targetAt(server.address)), 'demo', 'demo')
  for (const [list, times] of pages)
    for (let turn = 0; turn < pagesEachRun; turn++) {
      const begun = performance.now()
      await demo.cinder('GET', list)
      times.push(performance.now() - begun)
    }
  await server.end()
}

console.log(`An embedded cloud of ${volumes} volumes, ${runs} starts, medians`)
printTable(
  ['what', 'time'],
  [
    ['start until it answers', ms(median(starts))],
    ...[...pages].map(([list, times]) => [list, ms(median(times))]),
  ],
)
