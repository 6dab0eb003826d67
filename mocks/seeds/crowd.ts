import type { Server } from '#mocks/cloud/compute/compute.ts'

import { days, minutes, type Planter } from './planter.ts'

/** How large the project demo is to be; undefined: as the story has it. */
export type Sizes = {
  volumes: number | undefined
  instances: number | undefined
  /** How many instances hold the largest shared volume. */
  attachments: number | undefined
}

const five = (number: number) => String(number).padStart(5, '0')

function plantServers(planter: Planter, wanted: number): Server[] {
  const servers: Server[] = []
  for (
    let number = planter.region.compute.servers.count(planter.project.id) + 1;
    number <= wanted;
    number++
  )
    servers.push(planter.server({ name: `vm-${five(number)}`, age: 30 * days + number * 1000 }))
  return servers
}

/** Who holds the `number`th volume: half of them nobody, of the shareable ones up to `most`. */
function holdersOf(
  number: number,
  shareable: boolean,
  servers: readonly Server[],
  most: number,
): Server[] {
  if (servers.length === 0 || number % 2 === 0) return []
  const count = shareable ? 1 + (number % most) : 1
  const chosen = Array.from(
    { length: count },
    (_, turn) => servers[(number * 7 + turn) % servers.length],
  )
  return [...new Set(chosen.filter((server) => server !== undefined))]
}

function plantVolumes(planter: Planter, wanted: number, servers: readonly Server[], most: number) {
  const { volumes } = planter.region.storage
  for (let number = volumes.count(planter.project.id) + 1; number <= wanted; number++) {
    const shareable = number % 5 === 0 || number % 7 === 0
    const volume = planter.volume({
      name: `vol-${five(number)}`,
      size: 1 + (number % 40),
      type: shareable ? 'multiattach' : 'standard',
      age: 20 * days + number * 1000,
    })
    for (const server of holdersOf(number, shareable, servers, most))
      planter.attach(volume, server, 20 * days + number)
  }
}

/** Fills the project demo up to the sizes that are wanted, after its story. */
export function plantCrowd(planter: Planter, { volumes, instances, attachments = 0 }: Sizes) {
  const { compute, storage } = planter.region
  const inStory = compute.servers.count(planter.project.id)
  const beyond = Math.max(attachments - 12, 0)
  // Volumes are worth little without instances that hold some of them.
  const company = Math.min(Math.ceil((volumes ?? 0) / 100), 1000)
  const servers = plantServers(planter, Math.max(instances ?? company, inStory + beyond))
  const cluster = [...storage.volumes.values()].find(({ name }) => name === 'gfs2-cluster')
  const joining = servers.slice(0, beyond)
  if (cluster)
    joining.forEach((server, index) =>
      planter.attach(cluster, server, 10 * days - (index * minutes) / 10),
    )
  // Where many instances are asked for, more of them share a volume.
  const most = Math.max(4, Math.floor((instances ?? 0) / 16))
  if (volumes !== undefined) plantVolumes(planter, volumes, servers, most)
}
