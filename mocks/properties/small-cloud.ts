import { signIn } from '#mocks/client/person.ts'
import type { Cloud } from '#mocks/cloud/cloud.ts'
import { embeddedTarget } from '#mocks/embedded-target.ts'
import { plantAccounts } from '#mocks/seeds/accounts.ts'
import { plantGround } from '#mocks/seeds/ground.ts'
import { days, Planter } from '#mocks/seeds/planter.ts'

const types = ['multiattach', 'multiattach', 'standard', 'standard'] as const

/** Four instances, of which the last fails at every attach, and two volumes of each kind. */
function plantSmallCloud({ identity, regions }: Cloud) {
  const projects = plantAccounts(identity)
  for (const region of regions) {
    plantGround(region, projects)
    const planter = new Planter(region, projects.demo, 'demo')
    for (const number of [1, 2, 3]) planter.server({ name: `node-${number}`, age: days + number })
    planter.server({ name: 'broken', age: days, host: 'compute-broken' })
    types.forEach((type, index) =>
      planter.volume({ name: `volume-${index}`, size: 1, type, age: days - index * 1000 }),
    )
    region.storage.quotas.set(projects.demo.id, { volumes: 8, gigabytes: 30, snapshots: 4 })
  }
}

/** A cloud that is small enough for chance to hit everything in it, its people, and its inside. */
export async function smallCloud() {
  const { target, cloud, clock } = embeddedTarget({
    regions: ['RegionOne'],
    fill: plantSmallCloud,
  })
  const [region] = cloud.regions
  if (!region) throw new Error('no region')
  return {
    region,
    clock,
    demo: await signIn(target, 'demo', 'demo'),
    admin: await signIn(target, 'admin', 'demo'),
    servers: [...region.compute.servers.values()].map(({ id }) => id),
    volumes: [...region.storage.volumes.values()].map(({ id }) => id),
  }
}

export type SmallCloud = Awaited<ReturnType<typeof smallCloud>>
