import { enforce } from '#mocks/cloud/caller.ts'
import { hypervisors, type Flavor } from '#mocks/cloud/compute.ts'
import { fixedUuid } from '#mocks/cloud/ids.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

import { ok } from './answer.ts'
import { route, since, type Ask, type ServiceRoute } from './ask.ts'
import { databaseTime } from './values.ts'

const flavorSummary = ({ base, linkBase }: Ask, { id, name }: Flavor) => ({
  id,
  name,
  links: [
    { rel: 'self', href: `${linkBase}/flavors/${id}` },
    { rel: 'bookmark', href: `${base}/flavors/${id}` },
  ],
})

const flavorView = (ask: Ask, flavor: Flavor) => ({
  ...flavorSummary(ask, flavor),
  ram: flavor.ram,
  disk: flavor.disk,
  swap: since(ask, 2, 75) ? 0 : '',
  'OS-FLV-EXT-DATA:ephemeral': 0,
  'OS-FLV-DISABLED:disabled': false,
  vcpus: flavor.vcpus,
  'os-flavor-access:is_public': true,
  rxtx_factor: 1,
  ...(since(ask, 2, 55) && { description: null }),
  ...(since(ask, 2, 61) && { extra_specs: {} }),
})

const listFlavors = (view: typeof flavorSummary) => (ask: Ask) =>
  ok({ flavors: ask.region.compute.flavors.map((flavor) => view(ask, flavor)) })

function showFlavor(ask: Ask) {
  const id = ask.params['id'] ?? ''
  const flavor = ask.region.compute.flavors.find((one) => one.id === id)
  if (!flavor) throw new Refusal(404, `Flavor ${id} could not be found.`)
  return ok({ flavor: flavorView(ask, flavor) })
}

const zones = () =>
  ok({
    availabilityZoneInfo: [{ zoneName: 'nova', zoneState: { available: true }, hosts: null }],
  })

/** What the project's instances take. */
function used({ region, caller }: Ask) {
  const sum = { instances: 0, cores: 0, ram: 0 }
  for (const { flavor } of region.compute.servers.newestFirst(caller.projectId ?? '')) {
    sum.instances += 1
    sum.cores += flavor.vcpus
    sum.ram += flavor.ram
  }
  return sum
}

const quota = { instances: 2000, cores: 10_000, ram: 10_000_000 }

function limits(ask: Ask) {
  const { instances, cores, ram } = used(ask)
  return ok({
    limits: {
      rate: [],
      absolute: {
        maxTotalInstances: quota.instances,
        maxTotalCores: quota.cores,
        maxTotalRAMSize: quota.ram,
        maxServerMeta: 128,
        maxTotalKeypairs: 100,
        maxServerGroups: 10,
        maxServerGroupMembers: 10,
        totalRAMUsed: ram,
        totalCoresUsed: cores,
        totalInstancesUsed: instances,
        totalServerGroupsUsed: 0,
      },
    },
  })
}

function listServices(ask: Ask) {
  enforce(ask.caller, 'os_compute_api:os-services:list')
  const service = (binary: string, host: string, zone: string) => ({
    binary,
    host,
    id: fixedUuid(`service ${binary} ${host}`),
    zone,
    status: 'enabled',
    state: 'up',
    updated_at: databaseTime(ask.region.clock.now()),
    disabled_reason: null,
    forced_down: false,
  })
  return ok({
    services: [
      service('nova-scheduler', 'api', 'internal'),
      service('nova-conductor', 'api', 'internal'),
      ...hypervisors.map(({ host }) => service('nova-compute', host, 'nova')),
    ],
  })
}

function listHypervisors(ask: Ask) {
  enforce(ask.caller, 'os_compute_api:os-hypervisors:list')
  return ok({
    hypervisors: hypervisors.map(({ host }) => ({
      id: fixedUuid(`hypervisor ${host}`),
      hypervisor_hostname: host,
      state: 'up',
      status: 'enabled',
    })),
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
    return zones()
  }),
  route('GET', 'limits', limits),
  route('GET', 'os-services', listServices),
  route('GET', 'os-hypervisors', listHypervisors),
]
