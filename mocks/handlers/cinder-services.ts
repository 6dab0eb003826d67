import { enforce } from '#mocks/cloud/caller.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import {
  setServiceUse,
  storageServicesOf,
  type StorageService,
} from '#mocks/cloud/storage-services.ts'

import { ok } from './answer.ts'
import { route, type Ask, type ServiceRoute } from './ask.ts'
import { check, refuse } from './validation.ts'
import { databaseTime, isObject, pythonRepr, textOf } from './values.ts'

const statusOf = ({ region: { storage } }: Ask, service: StorageService) =>
  storage.disabledServices.has(service) ? 'disabled' : 'enabled'

const serviceView = (ask: Ask, service: StorageService) => ({
  binary: service.binary,
  host: service.host,
  zone: 'nova',
  status: statusOf(ask, service),
  state: 'up',
  updated_at: databaseTime(ask.region.clock.now()),
  cluster: null,
  disabled_reason: ask.region.storage.disabledServices.get(service) ?? null,
  ...(service.binary === 'cinder-volume' && {
    backend_state: 'up',
    replication_status: 'disabled',
    active_backend_id: null,
    frozen: false,
  }),
})

function listServices(ask: Ask) {
  enforce(ask.caller, 'volume_extension:services:index')
  const [binary, host] = [ask.query.get('binary'), ask.query.get('host')]
  const services = storageServicesOf(ask.region)
    .filter((one) => binary === null || one.binary === binary)
    .filter((one) => host === null || one.host === host || one.host.startsWith(`${host}@`))
    // The table's index has the binaries together, the last first.
    .toSorted((a, b) => b.binary.localeCompare(a.binary))
  return ok({ services: services.map((service) => serviceView(ask, service)) })
}

/** The format `disabled_reason` (cinder/api/validation/validators.py): not of spaces only. */
function checkReason(reason: unknown) {
  const field = 'disabled_reason'
  check(field, reason, { is: 'text', min: 1, max: 255 })
  if (textOf(reason)?.trim() === '')
    throw refuse(field, reason, `${pythonRepr(reason)} is not a 'disabled_reason'`)
}

function updateService(ask: Ask) {
  const action = ask.params['action'] ?? ''
  const body = isObject(ask.body) ? ask.body : {}
  const binary = textOf(body['binary']) ?? textOf(body['service'])
  const host = textOf(body['host'])
  enforce(ask.caller, 'volume_extension:services:update')
  if (!['enable', 'disable', 'disable-log-reason'].includes(action))
    throw new Refusal(400, 'Invalid input received: Unknown action')
  if (binary === undefined || host === undefined)
    throw new Refusal(400, `${pythonRepr(body)} is not valid under any of the given schemas`)
  if (action === 'disable-log-reason') checkReason(body['disabled_reason'])
  const reason = action === 'disable-log-reason' ? (textOf(body['disabled_reason']) ?? null) : null
  const service = setServiceUse(
    ask.region,
    ask.caller,
    { binary, host },
    { on: action === 'enable', reason },
  )
  return ok({
    host,
    service: binary,
    binary,
    disabled: action !== 'enable',
    status: statusOf(ask, service),
    ...(action === 'disable-log-reason' && { disabled_reason: reason }),
  })
}

function listHosts(ask: Ask) {
  enforce(ask.caller, 'volume_extension:hosts')
  return ok({
    hosts: storageServicesOf(ask.region).map((service) => ({
      host_name: service.host,
      service: service.binary,
      zone: 'nova',
      'service-status': 'available',
      'service-state': statusOf(ask, service),
      'last-update': databaseTime(ask.region.clock.now()),
    })),
  })
}

/** The processes that Cinder consists of, for administrators. */
export const cinderServiceRoutes: readonly ServiceRoute[] = [
  route('GET', 'os-services', listServices),
  route('PUT', 'os-services/:action', updateService),
  route('GET', 'os-hosts', listHosts),
]
