import { enforce } from '#mocks/cloud/caller.ts'
import type { Flavor } from '#mocks/cloud/compute.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

import { ok } from './answer.ts'
import { route, since, type Ask, type ServiceRoute } from './ask.ts'
import { checkQuery } from './nova-query.ts'

const flavorSummary = (ask: Ask, { id, name }: Flavor) => ({
  id,
  name,
  links: [
    { rel: 'self', href: `${ask.linkBase}/flavors/${id}` },
    { rel: 'bookmark', href: `${ask.base}/flavors/${id}` },
  ],
  ...(since(ask, 2, 55) && { description: null }),
})

const flavorView = (ask: Ask, flavor: Flavor) => ({
  ...flavorSummary(ask, flavor),
  ram: flavor.ram,
  disk: flavor.disk,
  swap: since(ask, 2, 75) ? 0 : '',
  'OS-FLV-EXT-DATA:ephemeral': 0,
  vcpus: flavor.vcpus,
  'os-flavor-access:is_public': true,
  ...(!since(ask, 2, 102) && { 'OS-FLV-DISABLED:disabled': false, rxtx_factor: 1 }),
  ...(since(ask, 2, 61) && { extra_specs: {} }),
})

const ofLists = ['limit', 'marker', 'is_public', 'minRam', 'minDisk', 'sort_key', 'sort_dir']

const listFlavors = (view: typeof flavorSummary) => (ask: Ask) => {
  const byName = since(ask, 2, 102)
  checkQuery(ask, 75, byName ? [...ofLists, 'name'] : ofLists)
  const part = byName ? (ask.query.get('name') ?? '') : ''
  const flavors = ask.region.compute.flavors.filter(({ name }) => name.includes(part))
  return ok({ flavors: flavors.map((flavor) => view(ask, flavor)) })
}

function showFlavor(ask: Ask) {
  checkQuery(ask, 102)
  const id = ask.params['id'] ?? ''
  const flavor = ask.region.compute.flavors.find((one) => one.id === id)
  if (!flavor) throw new Refusal(404, `Flavor ${id} could not be found.`)
  return ok({ flavor: flavorView(ask, flavor) })
}

function zones(ask: Ask) {
  checkQuery(ask, 102)
  return ok({
    availabilityZoneInfo: [{ zoneName: 'nova', zoneState: { available: true }, hosts: null }],
  })
}

/** What Nova has besides servers and their volumes. */
export const novaRestRoutes: readonly ServiceRoute[] = [
  route('GET', 'flavors', listFlavors(flavorSummary)),
  route('GET', 'flavors/detail', listFlavors(flavorView)),
  route('GET', 'flavors/:id', showFlavor),
  route('GET', 'os-availability-zone', zones),
  route('GET', 'os-availability-zone/detail', (ask) => {
    enforce(ask.caller, 'os_compute_api:os-availability-zone:detail')
    return zones(ask)
  }),
]
