import type { Cloud, Region } from '#mocks/cloud/cloud.ts'

import { plantAccounts, type Projects } from './accounts.ts'
import { plantCrowd, type Sizes } from './crowd.ts'
import { plantGround } from './ground.ts'
import { plantUnusualPeople } from './people.ts'
import { days, Planter } from './planter.ts'
import { plantAdmin, plantDemo, plantResearch } from './story.ts'

function plantQuotas({ storage }: Region, { demo, research, admin }: Projects) {
  const { volumes, gigabytes } = storage.usage.of(demo.id)
  storage.quotas.set(demo.id, {
    volumes: Math.max(60, volumes * 2),
    gigabytes: Math.max(5000, gigabytes * 2),
    snapshots: 50,
  })
  storage.quotas.set(research.id, { volumes: 20, gigabytes: 2000 })
  storage.quotas.set(admin.id, { volumes: 100, gigabytes: 10_000 })
}

/** The second region: small, so that a change of region is seen at once, and with a service for backups. */
function plantSecond(region: Region, projects: Projects) {
  plantGround(region, projects)
  const planter = new Planter(region, projects.demo, 'demo')
  const servers = [1, 2].map((number) =>
    planter.server({ name: `far-${number}`, age: 25 * days - number }),
  )
  const mirror = planter.volume({
    name: 'far-mirror',
    size: 100,
    type: 'multiattach',
    age: 24 * days,
  })
  for (const server of servers) planter.attach(mirror, server, 23 * days)
  const scratch = planter.volume({ name: 'far-scratch', size: 10, age: 22 * days })
  region.storage.hasBackupService = true
  planter.backup(scratch, 'far-scratch-weekly', 6 * days)
  plantQuotas(region, projects)
}

/** Fills an empty cloud. */
export function seed({ identity, regions }: Cloud, sizes: Sizes) {
  const projects = plantAccounts(identity)
  plantUnusualPeople(identity, projects)
  const [first, ...others] = regions
  if (first) {
    plantGround(first, projects)
    const demo = new Planter(first, projects.demo, 'demo')
    plantDemo(demo, sizes.attachments ?? 12)
    plantResearch(new Planter(first, projects.research, 'demo'))
    plantAdmin(new Planter(first, projects.admin, 'admin'))
    plantCrowd(demo, sizes)
    plantQuotas(first, projects)
  }
  for (const region of others) plantSecond(region, projects)
}
