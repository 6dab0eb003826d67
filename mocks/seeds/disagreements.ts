import type { Server } from '#mocks/cloud/compute/compute.ts'
import { fixedUuid } from '#mocks/cloud/ids.ts'

import { days, hours, minutes, type Planter } from './planter.ts'

/** Attachments that Cinder has and Nova knows nothing of. */
function plantOnlyInCinder(planter: Planter, [first, second]: readonly Server[]) {
  const retired = planter.volume({
    name: 'retired-workers',
    description: 'Its holders were removed from the database by hand',
    size: 10,
    type: 'multiattach',
    age: 43 * days,
  })
  for (const number of [8, 9]) {
    const gone = fixedUuid(`${planter.region.name} gpu-${number}, which is gone`)
    planter.hold(retired, gone, '/dev/vdb', 'compute-retired', 42 * days - number * hours)
  }
  const cache = planter.volume({
    name: 'orphaned-cache',
    description: 'Nova let go of it while Cinder could not be reached',
    size: 20,
    type: 'multiattach',
    age: 41 * days,
  })
  if (first) planter.hold(cache, first.id, '/dev/vdd', first.host, 40 * days)
  if (second) planter.hold(cache, second.id, '/dev/vdd', second.host, 39 * days)
  const upload = planter.volume({
    name: 'half-reserved',
    description: 'Reserved when the message queue went down',
    size: 5,
    age: 38 * days,
  })
  if (second) planter.reserve(upload, second.id, days)
}

/** Devices that Nova has and Cinder knows nothing of: the volume is gone, or the attachment alone. */
function plantOnlyInNova(planter: Planter, [first, second, third]: readonly Server[]) {
  if (second) planter.device(second, fixedUuid(`${planter.region.name} a volume that is gone`))
  const weights = planter.volume({
    name: 'model-weights',
    description: 'Held by gpu-1; gpu-3 lost its attachment',
    size: 30,
    type: 'multiattach',
    age: 37 * days,
  })
  if (first) planter.attach(weights, first, 36 * days)
  if (third) planter.device(third, weights.id)
}

/** Volumes whose states are not what holds them. */
function plantWrongStates(planter: Planter, [first, second, third]: readonly Server[]) {
  const { clock } = planter.region
  const checkpoint = planter.volume({ name: 'checkpoint', size: 15, age: 35 * days })
  if (first) planter.attach(checkpoint, first, 34 * days)
  checkpoint.status = 'detaching'
  checkpoint.updatedAt = clock.now() - 3 * hours
  const twice = planter.volume({
    name: 'attached-twice',
    description: 'A live migration failed half-way',
    size: 5,
    type: 'multiattach',
    age: 33 * days,
  })
  if (second) {
    planter.hold(twice, second.id, '/dev/vde', 'compute-broken', 31 * days, ' left over')
    planter.attach(twice, second, 32 * days)
  }
  const free = planter.volume({ name: 'looks-free', size: 5, age: 30 * days })
  if (third) planter.attach(free, third, 29 * days)
  free.status = 'available'
  const busy = planter.volume({ name: 'looks-busy', size: 5, age: 28 * days })
  busy.status = 'in-use'
  busy.attachStatus = 'attached'
  busy.updatedAt = clock.now() - 40 * minutes
}

/** What Cinder and Nova disagree on, each kind once at least. */
export function plantDisagreements(planter: Planter, workers: readonly Server[]) {
  plantOnlyInCinder(planter, workers)
  plantOnlyInNova(planter, workers)
  plantWrongStates(planter, workers)
}
