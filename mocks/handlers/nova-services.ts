import { enforce } from '#mocks/cloud/caller.ts'
import {
  computeServicesOf,
  setHostUse,
  type ComputeService,
} from '#mocks/cloud/compute-services.ts'
import { fixedUuid } from '#mocks/cloud/ids.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

import { ok } from './answer.ts'
import { route, type Ask, type ServiceRoute } from './ask.ts'
import { checkQuery } from './nova-query.ts'
import { check } from './validation.ts'
import { booleanOf, databaseTime, isObject, textOf } from './values.ts'

const statusOf = ({ region: { compute } }: Ask, host: string) =>
  compute.disabledHosts.has(host) ? 'disabled' : 'enabled'

const stateOf = ({ region: { compute } }: Ask, host: string) => (compute.isUp(host) ? 'up' : 'down')

const serviceView = (ask: Ask, { id, binary, host, zone }: ComputeService) => ({
  binary,
  host,
  id,
  zone,
  status: statusOf(ask, host),
  state: stateOf(ask, host),
  updated_at: databaseTime(ask.region.compute.deadHosts.get(host) ?? ask.region.clock.now()),
  disabled_reason: ask.region.compute.disabledHosts.get(host) ?? null,
  forced_down: ask.region.compute.forcedDown.has(host),
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

function listHypervisors(ask: Ask) {
  checkQuery(ask, 53, ['limit', 'marker', 'hypervisor_hostname_pattern', 'with_servers'])
  enforce(ask.caller, 'os_compute_api:os-hypervisors:list')
  return ok({
    hypervisors: ask.region.compute.hosts.map(({ host }) => ({
      id: fixedUuid(`hypervisor ${host}`),
      hypervisor_hostname: host,
      state: stateOf(ask, host),
      status: statusOf(ask, host),
    })),
  })
}

/** The processes and hosts that Nova consists of, for administrators. */
export const novaServiceRoutes: readonly ServiceRoute[] = [
  route('GET', 'os-services', listServices),
  route('PUT', 'os-services/:id', updateService, [2, 53]),
  route('GET', 'os-hypervisors', listHypervisors),
]
