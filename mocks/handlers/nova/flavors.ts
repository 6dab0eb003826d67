import type { Flavor } from '#mocks/cloud/compute/compute.ts'
import { enforce } from '#mocks/cloud/identity/caller.ts'
import { compareValues } from '#mocks/cloud/listing.ts'
import { invalidInput, Refusal } from '#mocks/cloud/refusal.ts'
import { ok } from '#mocks/handlers/answer.ts'
import { route, since, type Ask, type ServiceRoute } from '#mocks/handlers/ask.ts'
import { maxLimit, nextLink } from '#mocks/handlers/paging.ts'
import { own, pythonRepr } from '#mocks/handlers/values.ts'

import { checkQuery, countIn, invalidQuery } from './nova-query.ts'

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

/** The keys that flavors are ordered by; others of the database are not told. */
const sortKeys: Record<string, (flavor: Flavor) => string | number> = {
  flavorid: ({ id }) => id,
  name: ({ name }) => name,
  memory_mb: ({ ram }) => ram,
  root_gb: ({ disk }) => disk,
  vcpus: ({ vcpus }) => vcpus,
  id: ({ id }) => id,
}

/** Further keys that Nova knows, and by which flavors here don't differ. */
const sameOfAll = new Set(
  'created_at description disabled ephemeral_gb is_public rxtx_factor swap updated_at vcpu_weight'.split(
    ' ',
  ),
)

function ordered({ query }: Ask, flavors: readonly Flavor[]): readonly Flavor[] {
  const [key = 'flavorid', direction = 'asc'] = [query.get('sort_key'), query.get('sort_dir')].map(
    (text) => text ?? undefined,
  )
  const value = own(sortKeys, key)
  if (!value && !sameOfAll.has(key))
    throw invalidQuery(
      'sort_key',
      key,
      `'${key}' is not one of ${pythonRepr([...Object.keys(sortKeys), ...sameOfAll].toSorted())}`,
    )
  if (direction !== 'asc' && direction !== 'desc')
    throw invalidInput("Unknown sort direction, must be 'desc' or 'asc'")
  if (!value) return flavors
  const ascending = flavors.toSorted((a, b) => compareValues(value(a), value(b)))
  return direction === 'asc' ? ascending : ascending.toReversed()
}

/** The least that a query asks for of memory or disk. */
function leastOf({ query }: Ask, name: 'minRam' | 'minDisk'): number {
  const text = query.get(name)
  if (text === null) return 0
  if (!/^\d+$/.test(text)) throw new Refusal(400, `Invalid ${name} filter [${text}]`)
  return Number(text)
}

const listFlavors = (path: string, view: typeof flavorSummary) => (ask: Ask) => {
  const byName = since(ask, 2, 102)
  checkQuery(ask, 75, byName ? [...ofLists, 'name'] : ofLists)
  const part = byName ? (ask.query.get('name') ?? '') : ''
  const limit = Math.min(countIn(ask.query, 'limit') ?? maxLimit, maxLimit)
  const [ram, disk] = [leastOf(ask, 'minRam'), leastOf(ask, 'minDisk')]
  const all = ordered(ask, ask.region.compute.flavors).filter(
    (flavor) => flavor.name.includes(part) && flavor.ram >= ram && flavor.disk >= disk,
  )
  const marker = ask.query.get('marker')
  const start = marker === null ? 0 : all.findIndex(({ id }) => id === marker) + 1
  if (marker !== null && start === 0) throw new Refusal(400, `marker [${marker}] not found`)
  const items = all.slice(start, start + limit)
  return ok({
    flavors: items.map((flavor) => view(ask, flavor)),
    ...nextLink(ask, path, 'flavors', { limit, items }, true),
  })
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
export const flavorRoutes: readonly ServiceRoute[] = [
  route('GET', 'flavors', listFlavors('flavors', flavorSummary)),
  route('GET', 'flavors/detail', listFlavors('flavors/detail', flavorView)),
  route('GET', 'flavors/:id', showFlavor),
  route('GET', 'os-availability-zone', zones),
  route('GET', 'os-availability-zone/detail', (ask) => {
    enforce(ask.caller, 'os_compute_api:os-availability-zone:detail')
    return zones(ask)
  }),
]
