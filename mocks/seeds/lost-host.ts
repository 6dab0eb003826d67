import { days, hours, type Planter } from './planter.ts'

/** A compute host that died with two instances on it, and one elsewhere that stands by. */
export function plantLostHost(planter: Planter) {
  const { compute, clock } = planter.region
  const host = 'compute-lost'
  compute.hosts.push({ host, multiattach: true, broken: false })
  compute.deadHosts.set(host, clock.now() - 2 * hours)
  const [active, second] = [1, 2].map((number) =>
    planter.server({ name: `sim-${number}`, age: 28 * days - number * hours, host }),
  )
  planter.server({ name: 'sim-standby', age: 28 * days - 3 * hours })
  const third = planter.server({ name: 'sim-3', age: 28 * days - 4 * hours })
  if (!active || !second) return
  const state = planter.volume({
    name: 'sim-state',
    description: 'Mounted by sim-1, or by sim-standby in its place',
    size: 40,
    type: 'multiattach',
    age: 27 * days,
  })
  planter.attach(state, active, 26 * days)
  const mesh = planter.volume({
    name: 'sim-mesh',
    description: 'GFS2, mounted by sim-1 to sim-3',
    size: 120,
    type: 'multiattach',
    age: 27 * days - hours,
  })
  for (const server of [active, second, third]) planter.attach(mesh, server, 26 * days - hours)
  const plain = planter.volume({ name: 'sim-log', size: 8, age: 27 * days - 2 * hours })
  planter.attach(plain, second, 26 * days - 2 * hours)
}
