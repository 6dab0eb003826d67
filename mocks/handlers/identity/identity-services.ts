import { roleId } from '#mocks/cloud/identity/tokens.ts'
import { catalogOf } from '#mocks/handlers/catalog.ts'
import type { Route } from '#mocks/handlers/router.ts'

import { listOf, onlyAdmins, regionsOf } from './keystone-ask.ts'
import type { KeystoneAsk, KeystoneRun } from './keystone-ask.ts'

const catalogIn = ({ place, setting }: KeystoneAsk) =>
  catalogOf(place.url.origin, regionsOf(setting), undefined)

const services: KeystoneRun = (ask) => {
  onlyAdmins(ask, 'identity:list_services')
  const all = catalogIn(ask).map(({ id, type, name }) => ({
    id,
    type,
    name,
    enabled: true,
    links: { self: `${ask.place.base}/v3/services/${id}` },
  }))
  return listOf(ask, 'services', all, ['type', 'name'])
}

const endpoints: KeystoneRun = (ask) => {
  onlyAdmins(ask, 'identity:list_endpoints')
  const all = catalogIn(ask).flatMap((service) =>
    service.endpoints.map((endpoint) => ({
      ...endpoint,
      service_id: service.id,
      enabled: true,
      links: { self: `${ask.place.base}/v3/endpoints/${endpoint.id}` },
    })),
  )
  return listOf(ask, 'endpoints', all, ['interface', 'service_id', 'region_id'])
}

const roles: KeystoneRun = (ask) => {
  onlyAdmins(ask, 'identity:list_roles')
  // Roles of a domain's own are asked for by its id; here are none.
  const names = ask.place.url.searchParams.has('domain_id') ? [] : ['admin', 'member', 'reader']
  const all = names.map((name) => ({
    id: roleId(name),
    name,
    domain_id: null,
    description: null,
    options: { immutable: true },
    links: { self: `${ask.place.base}/v3/roles/${roleId(name)}` },
  }))
  return listOf(ask, 'roles', all, ['name'])
}

/** What Keystone tells administrators of services and roles. */
export const serviceRoutes: readonly Route<KeystoneRun>[] = [
  { method: 'GET', path: '/v3/services', run: services },
  { method: 'GET', path: '/v3/endpoints', run: endpoints },
  { method: 'GET', path: '/v3/roles', run: roles },
]
