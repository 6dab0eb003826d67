import { enforce } from '#mocks/cloud/caller.ts'
import { computeServices, setHostUse, type ComputeService } from '#mocks/cloud/compute-services.ts'
import { hypervisors } from '#mocks/cloud/compute.ts'
import { fixedUuid } from '#mocks/cloud/ids.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

import { ok } from './answer.ts'
import { route, type Ask, type ServiceRoute } from './ask.ts'
import { check } from './validation.ts'
import { databaseTime, isObject, textOf } from './values.ts'

const statusOf = ({ region: { compute } }: Ask, host: string) =>
  compute.disabledHosts.has(host) ? 'disabled' : 'enabled'

const serviceView = (ask: Ask, { id, binary, host, zone }: ComputeService) => ({
  binary,
  host,
  id,
  zone,
  status: statusOf(ask, host),
  state: 'up',
  updated_at: databaseTime(ask.region.clock.now()),
  disabled_reason: ask.region.compute.disabledHosts.get(host) ?? null,
  forced_down: false,
})

function listServices(ask: Ask) {
  enforce(ask.caller, 'os_compute_api:os-services:list')
  const [binary, host] = [ask.query.get('binary'), ask.query.get('host')]
  const services = computeServices.filter(
    (one) => (binary === null || one.binary === binary) && (host === null || one.host === host),
  )
  return ok({ services: services.map((service) => serviceView(ask, service)) })
}

function updateService(ask: Ask) {
  const body = isObject(ask.body) ? ask.body : {}
  const { status } = body
  if (status !== undefined)
    check('status', status, { is: 'one of', values: ['enabled', 'disabled'] })
  enforce(ask.caller, 'os_compute_api:os-services:update')
  const reason = textOf(body['disabled_reason']) ?? null
  if (status === undefined)
    throw new Refusal(
      400,
      "No updates were requested. Fields 'status' or 'forced_down' should be specified.",
    )
  const on = status === 'enabled'
  if (on && reason !== null)
    throw new Refusal(400, "Specifying 'disabled_reason' when status is 'enabled' is invalid.")
  const service = setHostUse(ask.region, ask.caller, ask.params['id'] ?? '', { on, reason })
  return ok({ service: serviceView(ask, service) })
}

function listHypervisors(ask: Ask) {
  enforce(ask.caller, 'os_compute_api:os-hypervisors:list')
  return ok({
    hypervisors: hypervisors.map(({ host }) => ({
      id: fixedUuid(`hypervisor ${host}`),
      hypervisor_hostname: host,
      state: 'up',
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
