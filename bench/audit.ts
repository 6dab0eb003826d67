import { auditOf } from '#src/model/audit/attachment-audit.ts'
import { isFinding } from '#src/model/audit/audit-verdict.ts'
import type { SignedIn } from '#src/model/cloud/session.ts'
import { readAuditLists } from '#src/openstack/audit/audit-lists.ts'
import { recheck } from '#src/openstack/audit/recheck.ts'

import { median, ms, printTable } from './figures.ts'
import { startServer } from './server-process.ts'

/** Sizes of the cloud that is measured: more than 10,000 attachments over 2,000 instances. */
const sizes = {
  MOORING_DEMO_VOLUMES: process.argv[2] ?? '1000',
  MOORING_DEMO_INSTANCES: process.argv[3] ?? '2000',
  MOORING_DEMO_ATTACHMENTS: process.argv[4] ?? '1000',
}
const runs = 7

const server = await startServer(sizes)
const base = server.address

const signedIn = await fetch(`${base}/api/session`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', origin: base },
  body: JSON.stringify({ userName: 'admin', password: 'mooring', domain: 'Default' }),
})
if (!signedIn.ok) throw new Error(await signedIn.text())
const session: SignedIn = await signedIn.json()
const cookie = signedIn.headers
  .getSetCookie()
  .map((one) => one.split(';', 1)[0])
  .join('; ')

let requests = 0
const send = globalThis.fetch
// The page's calls name no host.
globalThis.fetch = (input, init) => {
  requests += 1
  const headers = new Headers(init?.headers)
  headers.set('cookie', cookie)
  return send(typeof input === 'string' ? `${base}${input}` : input, { ...init, headers })
}

const place = { ...session, allProjects: true }
const times: Record<'lists' | 'join' | 'looks', number[]> = { lists: [], join: [], looks: [] }
const counts = { lists: 0, looks: 0, attachments: 0, instances: 0, volumes: 0, findings: 0 }
for (let run = 0; run < runs; run++) {
  requests = 0
  const begun = performance.now()
  const { cloud } = await readAuditLists(place, () => {})
  times.lists.push(performance.now() - begun)
  counts.lists = requests
  const joining = performance.now()
  const rows = auditOf(cloud, { now: Date.now(), stuckAfterMs: 15 * 60_000 })
  times.join.push(performance.now() - joining)
  const findings = rows.filter(({ verdict }) => isFinding(verdict))
  requests = 0
  const looking = performance.now()
  for (const { volumeId, instanceId } of findings) await recheck(place, { volumeId, instanceId })
  times.looks.push(performance.now() - looking)
  counts.looks = requests
  counts.findings = findings.length
  counts.attachments = cloud.attachments.size
  counts.instances = cloud.instances.size
  counts.volumes = cloud.volumes.size
}
await server.end()

const { attachments, instances, volumes, findings } = counts
console.log(
  `${attachments} attachments of ${volumes} volumes over ${instances} instances, ${findings} findings; medians of ${runs}`,
)
printTable(
  ['what', 'requests', 'time'],
  [
    ['the three lists', String(counts.lists), ms(median(times.lists))],
    ['comparing them', '0', ms(median(times.join))],
    ['a second look at all findings', String(counts.looks), ms(median(times.looks))],
  ],
)
