import {
  computeServicesOf,
  setHostUse,
  type ComputeService,
} from '#mocks/cloud/compute/compute-services.ts'
import { enforce } from '#mocks/cloud/identity/caller.ts'
import { fixedUuid } from '#mocks/cloud/ids.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import { ok } from '#mocks/handlers/answer.ts'
import { route, since, type Ask, type ServiceRoute } from '#mocks/handlers/ask.ts'
import { maxLimit, nextLink } from '#mocks/handlers/paging.ts'
import { check } from '#mocks/handlers/validation.ts'
import { booleanOf, databaseTime, isObject, textOf } from '#mocks/handlers/values.ts'

import { checkQuery, countIn } from './nova-query.ts'

const statusOf = ({ region: { compute } }: Ask, host: string) =>
  compute.disabledHosts.has(host) ? 'disabled' : 'enabled'

const stateOf = ({ region: { compute } }: Ask, host: string) => (compute.isUp(host) ? 'up' : 'down')

/** Ids were running numbers before 2.53. */
const numberOf = (ask: Ask, service: ComputeService) =>
  computeServicesOf(ask.region).findIndex(({ id }) => id === service.id) + 1

const serviceView = (ask: Ask, service: ComputeService) => ({
  binary: service.binary,
  host: service.host,
  id: since(ask, 2, 53) ? service.id : numberOf(ask, service),
  zone: service.zone,
  status: statusOf(ask, service.host),
  state: stateOf(ask, service.host),
  updated_at: databaseTime(
    ask.region.compute.deadHosts.get(service.host) ?? ask.region.clock.now(),
  ),
  disabled_reason: ask.region.compute.disabledHosts.get(service.host) ?? null,
  ...(since(ask, 2, 11) && { forced_down: ask.region.compute.forcedDown.has(service.host) }),
})

function listServices(ask: Ask) {
  checkQuery(ask, 75, ['host', 'binary'])
  enforce(ask.caller, 'os_compute_api:os-services:list')
  const [binary, host] = [ask.query.get('binary'), ask.query.get('host')]
  const services = computeServicesOf(ask.region).filter(
    (one) => (binary === null || one.binary === binary) && (host === null || one.host === host),
  )
  return ok({ services: services.map((service) => serviceView(ask, service)) })
}

function updateService(ask: Ask) {
  const body = isObject(ask.body) ? ask.body : {}
  const { status, forced_down: forced } = body
  if (status !== undefined)
    check('status', status, { is: 'one of', values: ['enabled', 'disabled'] })
  if (forced !== undefined) check('forced_down', forced, { is: 'boolean', letters: false })
  enforce(ask.caller, 'os_compute_api:os-services:update')
  const reason = textOf(body['disabled_reason']) ?? null
  if (status === undefined && forced === undefined)
    throw new Refusal(
      400,
      "No updates were requested. Fields 'status' or 'forced_down' should be specified.",
    )
  const on = status === 'enabled'
  if (on && reason !== null)
    throw new Refusal(400, "Specifying 'disabled_reason' when status is 'enabled' is invalid.")
  const forcedDown = booleanOf(forced)
  const service = setHostUse(ask.region, ask.caller, ask.params['id'] ?? '', {
    ...(status !== undefined && { use: { on, reason } }),
    ...(forcedDown !== undefined && { forcedDown }),
  })
  return ok({ service: serviceView(ask, service) })
}

const hypervisorId = (host: string) => fixedUuid(`hypervisor ${host}`)

const instancesOn = ({ region }: Ask, host: string) =>
  [...region.compute.servers.values()]
    .filter((server) => server.host === host)
    .map(({ name, id }) => ({ name, uuid: id }))

/** The hypervisors that the query leaves; by name, a list without pages (nova/api/openstack/compute/hypervisors.py). */
function hypervisorsAsked(ask: Ask) {
  const { query } = ask
  const hosts = ask.region.compute.hosts.map(({ host }) => host)
  const pattern = since(ask, 2, 53) ? query.get('hypervisor_hostname_pattern') : null
  if (pattern !== null) {
    const found = hosts.filter((host) => host.includes(pattern))
    if (found.length === 0)
      throw new Refusal(404, `No hypervisor matching '${pattern}' could be found.`)
    return { hosts: found, links: {} }
  }
  const pages = since(ask, 2, 33)
  const marker = pages ? query.get('marker') : null
  const start = marker === null ? 0 : hosts.findIndex((host) => hypervisorId(host) === marker) + 1
  if (marker !== null && start === 0) throw new Refusal(400, `marker [${marker}] not found`)
  const limit = Math.min((pages ? countIn(query, 'limit') : undefined) ?? maxLimit, maxLimit)
  const page = hosts.slice(start, start + limit)
  const items = page.map((host) => ({ id: hypervisorId(host) }))
  return {
    hosts: page,
    links: pages ? nextLink(ask, 'os-hypervisors', 'hypervisors', { limit, items }, true) : {},
  }
}

function listHypervisors(ask: Ask) {
  checkQuery(ask, 53, ['limit', 'marker', 'hypervisor_hostname_pattern', 'with_servers'])
  enforce(ask.caller, 'os_compute_api:os-hypervisors:list')
  const all = ask.region.compute.hosts.map(({ host }) => host)
  const withServers = since(ask, 2, 53) ? ask.query.get('with_servers') : null
  if (withServers !== null) check('with_servers', withServers, { is: 'boolean', letters: false })
  const { hosts, links } = hypervisorsAsked(ask)
  return ok({
    hypervisors: hosts.map((host) => {
      const servers = booleanOf(withServers) === true ? instancesOn(ask, host) : []
      return {
        id: since(ask, 2, 53) ? hypervisorId(host) : all.indexOf(host) + 1,
        hypervisor_hostname: host,
        state: stateOf(ask, host),
        status: statusOf(ask, host),
        ...(servers.length > 0 && { servers }),
      }
    }),
    ...links,
  })
}

/** The processes and hosts that Nova consists of, for administrators. */
export const novaServiceRoutes: readonly ServiceRoute[] = [
  route('GET', 'os-services', listServices),
  route('PUT', 'os-services/:id', updateService, [2, 53]),
  route('GET', 'os-hypervisors', listHypervisors),
]
