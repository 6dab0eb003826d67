import type { Server } from '#mocks/cloud/compute/compute.ts'
import { fixedUuid } from '#mocks/cloud/ids.ts'

import { plantDisagreements } from './disagreements.ts'
import { plantLostHost } from './lost-host.ts'
import { days, hours, minutes, type Planter } from './planter.ts'

const two = (number: number) => String(number).padStart(2, '0')

/** Twelve nodes on one shared volume, four more beside them. */
function plantCluster(planter: Planter, holders: number): Server[] {
  const nodes = Array.from({ length: 16 }, (_, index) =>
    planter.server({ name: `node-${two(index + 1)}`, age: 90 * days - index * 7 * minutes }),
  )
  const cluster = planter.volume({
    name: 'gfs2-cluster',
    description: 'GFS2, mounted by all nodes of the cluster',
    size: 500,
    type: 'multiattach',
    age: 89 * days,
    metadata: { filesystem: 'gfs2', team: 'platform' },
  })
  const quorum = planter.volume({
    name: 'quorum-disk',
    description: 'Votes of the cluster',
    size: 10,
    type: 'multiattach',
    age: 89 * days - hours,
  })
  nodes
    .slice(0, Math.min(holders, 12))
    .forEach((node, index) => planter.attach(cluster, node, 88 * days - index * 2 * minutes))
  nodes
    .slice(0, 3)
    .forEach((node, index) => planter.attach(quorum, node, 87 * days - index * minutes))
  return nodes
}

/** Two database servers on one volume, of which one is active and the other stands by. */
function plantPair(planter: Planter) {
  const active = planter.server({ name: 'db-1', age: 60 * days, description: 'Active' })
  const standby = planter.server({ name: 'db-2', age: 60 * days - hours, description: 'Standby' })
  const data = planter.volume({
    name: 'db-cluster-data',
    description: 'Mounted by the active one of db-1 and db-2 only',
    size: 200,
    type: 'multiattach',
    age: 59 * days,
    metadata: { filesystem: 'xfs', team: 'db' },
  })
  planter.attach(data, active, 59 * days - hours)
  planter.attach(data, standby, 59 * days - 2 * hours)
  planter.snapshot(data, 'db-cluster-data-monday', 'Before the upgrade', 4 * days)
}

/** Hypervisors that can't share, or fail late, and instances in every state that matters. */
function plantOthers(planter: Planter) {
  for (const number of [1, 2])
    planter.server({ name: `legacy-${number}`, age: 300 * days, host: 'compute-plain' })
  planter.server({ name: 'broken-1', age: 200 * days, host: 'compute-broken' })
  planter.server({ name: 'report-1', age: 40 * days, vmState: 'stopped' })
  planter.server({ name: 'archive-1', age: 150 * days, vmState: 'shelved_offloaded' })
  planter.server({ name: 'paused-1', age: 20 * days, vmState: 'paused' })
  planter.server({ name: 'suspended-1', age: 20 * days, vmState: 'suspended' })
  planter.server({
    name: 'failed-1',
    age: 2 * days,
    vmState: 'error',
    fault: 'No valid host was found. There are not enough hosts available.',
  })
  planter.server({ name: 'fresh-1', age: 3 * minutes, vmState: 'building', taskState: 'spawning' })
  const locked = planter.server({
    name: 'payroll-1',
    age: 70 * days,
    locked: true,
    lockedReason: 'Month end',
  })
  const secret = planter.volume({ name: 'payroll', size: 50, type: 'encrypted', age: 70 * days })
  planter.attach(secret, locked, 69 * days)
  for (const number of [1, 2]) {
    const web = planter.server({ name: `web-${number}`, age: 30 * days - number * hours })
    const root = planter.volume({
      name: `web-${number}-root`,
      size: 20,
      age: 30 * days - number * hours + minutes,
      bootableFrom: 'debian-13',
    })
    planter.attach(root, web, 30 * days - number * hours, { isRoot: true })
  }
}

/** Plain volumes, free ones, and names as people give them. */
function plantVolumes(planter: Planter, nodes: readonly Server[]) {
  const [first] = nodes
  const plain = planter.volume({ name: 'db-data', size: 20, age: 80 * days })
  if (first) planter.attach(plain, first, 79 * days)
  const scratch = planter.volume({ name: 'scratch', size: 5, age: 12 * days })
  planter.snapshot(scratch, 'scratch-friday', 'End of the sprint', 3 * days)
  planter.volume({ name: 'lonely', size: 1, type: 'multiattach', age: 11 * days })
  planter.volume({ name: 'golden-image', size: 10, age: 100 * days, bootableFrom: 'rocky-10' })
  planter.volume({ key: 'nameless', name: null, size: 2, age: 9 * days })
  planter.volume({ name: 'أرشيف قاعدة البيانات', size: 30, age: 8 * days })
  planter.volume({
    key: 'long',
    name: 'measurements-of-the-north-sea-'.repeat(9).slice(0, 255),
    description: 'A name as long as a name may be',
    size: 15,
    age: 7 * days,
  })
}

/** Two volumes whose snapshots only make sense together. */
function plantGroup(planter: Planter) {
  const group = planter.group({
    name: 'ledger',
    description: 'Data and journal of the ledger',
    type: 'consistent',
    volumeType: 'standard',
    age: 35 * days,
  })
  planter.volume({ name: 'ledger-data', size: 25, age: 35 * days - hours, group })
  planter.volume({ name: 'ledger-journal', size: 5, age: 35 * days - 2 * hours, group })
}

/** What went wrong: an attachment whose instance is gone, and a volume that no back end could make. */
function plantTrouble(planter: Planter, nodes: readonly Server[]) {
  const { region, project, userId } = planter
  const logs = planter.volume({
    name: 'shared-logs',
    description: 'One of its holders was lost with its host',
    size: 40,
    type: 'multiattach',
    age: 50 * days,
  })
  const gone = fixedUuid(`${region.name} a server that is gone`)
  planter.hold(logs, gone, '/dev/vdb', 'compute-lost', 49 * days)
  const live = nodes[3]
  if (live) planter.attach(logs, live, 48 * days)
  const failed = planter.volume({
    name: 'never-made',
    size: 100,
    type: 'multiattach-nowhere',
    age: 5 * hours,
  })
  failed.status = 'error'
  failed.host = null
  region.storage.messages.add({
    id: fixedUuid(`${region.name} message never-made`),
    projectId: project.id,
    eventId: 'VOLUME_VOLUME_001_003',
    text: 'schedule allocate volume:Could not find any available weighted backend.',
    level: 'ERROR',
    requestId: `req-${fixedUuid(`request ${userId} never-made`)}`,
    resourceType: 'VOLUME',
    resourceId: failed.id,
    createdAt: failed.createdAt + 2000,
  })
}

/** What the project demo holds. `holders`: how many of the twelve nodes hold the cluster's volume. */
export function plantDemo(planter: Planter, holders: number) {
  const nodes = plantCluster(planter, holders)
  plantPair(planter)
  plantOthers(planter)
  plantVolumes(planter, nodes)
  plantGroup(planter)
  plantTrouble(planter, nodes)
}

/** What the project research holds. */
export function plantResearch(planter: Planter) {
  const data = planter.volume({
    name: 'dataset',
    description: 'Read by all workers',
    size: 800,
    type: 'multiattach',
    age: 45 * days,
  })
  const workers = [1, 2, 3].map((number) => {
    const worker = planter.server({ name: `gpu-${number}`, age: 45 * days - number * hours })
    planter.attach(data, worker, 44 * days - number * hours)
    return worker
  })
  planter.volume({ name: 'results', size: 60, age: 30 * days })
  plantDisagreements(planter, workers)
  plantLostHost(planter)
}

/** What the project admin holds. */
export function plantAdmin(planter: Planter) {
  const monitor = planter.server({ name: 'monitor-1', age: 350 * days })
  planter.attach(
    planter.volume({ name: 'metrics', size: 300, age: 349 * days }),
    monitor,
    348 * days,
  )
  planter.volume({ name: 'backup-staging', size: 100, age: 200 * days })
}
