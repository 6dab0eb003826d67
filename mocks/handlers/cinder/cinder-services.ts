import { enforce } from '#mocks/cloud/identity/caller.ts'
import { invalidInput, notFound, Refusal } from '#mocks/cloud/refusal.ts'
import type { StorageService } from '#mocks/cloud/storage/block-storage.ts'
import { setServiceUse, storageServicesOf } from '#mocks/cloud/storage/storage-services.ts'
import { emptyPage, noSuchPath, ok } from '#mocks/handlers/answer.ts'
import { route, since, type Ask, type ServiceRoute } from '#mocks/handlers/ask.ts'
import { atLeast } from '#mocks/handlers/microversion.ts'
import { check, refuse, strangersIn, type Rule } from '#mocks/handlers/validation.ts'
import { databaseTime, isObject, pythonRepr, textOf, type Json } from '#mocks/handlers/values.ts'

import { isOnHost } from './cinder-listing.ts'

const statusOf = ({ region: { storage } }: Ask, service: StorageService) =>
  storage.disabledServices.has(service) ? 'disabled' : 'enabled'

const serviceView = (ask: Ask, service: StorageService) => ({
  binary: service.binary,
  host: service.host,
  zone: 'nova',
  status: statusOf(ask, service),
  state: 'up',
  updated_at: databaseTime(ask.region.clock.now()),
  ...(since(ask, 3, 7) && { cluster: null }),
  disabled_reason: ask.region.storage.disabledServices.get(service) ?? null,
  ...(service.binary === 'cinder-volume' && {
    ...(since(ask, 3, 49) && { backend_state: 'up' }),
    replication_status: 'disabled',
    active_backend_id: null,
    frozen: ask.region.storage.frozenHosts.has(service.host),
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

const text: Rule = { is: 'text', min: 1, max: 255 }
const orNull: Rule = { is: 'text', orNull: true, min: 1, max: 255 }

/** What names a service (cinder/api/schemas/services.py). */
const nameFields = { binary: text, host: text, cluster: orNull, service: text }

/** The format `disabled_reason` (cinder/api/validation/validators.py): not of spaces only. */
function checkReason(reason: unknown) {
  const field = 'disabled_reason'
  if (reason === undefined) return
  if (textOf(reason)?.trim() === '' && reason !== '')
    throw refuse(field, reason, `${pythonRepr(reason)} is not a 'disabled_reason'`)
}

function bodyOf({ body }: Ask, fields: Record<string, Rule>): Json {
  const given = isObject(body) ? body : {}
  for (const [name, rule] of Object.entries(fields))
    if (given[name] !== undefined) check(name, given[name], rule)
  const strangers = strangersIn(given, Object.keys(fields))
  if (strangers) throw new Refusal(400, strangers)
  return given
}

/** Takes a service into use or out of it. */
const using = (action: 'enable' | 'disable' | 'disable-log-reason') => (ask: Ask) => {
  const withReason = action === 'disable-log-reason'
  const body = bodyOf(ask, { ...nameFields, ...(withReason && { disabled_reason: text }) })
  if (withReason) checkReason(body['disabled_reason'])
  const [binary, old] = [textOf(body['binary']) ?? '', textOf(body['service']) ?? '']
  if (binary === '' && old === '')
    throw new Refusal(400, `${pythonRepr(body)} is not valid under any of the given schemas`)
  enforce(ask.caller, 'volume_extension:services:update')
  const host = textOf(body['host'])
  if (host === undefined) throw invalidInput('Host field is missing.')
  const reason = textOf(body['disabled_reason']) ?? null
  const service = setServiceUse(
    ask.region,
    ask.caller,
    { binary: binary || old, host },
    { on: action === 'enable', reason },
  )
  return ok({
    host,
    service: old,
    binary,
    disabled: action !== 'enable',
    status: statusOf(ask, service),
    ...(withReason && { disabled_reason: reason }),
  })
}

/** The host that an action names; it must be that of a back end. */
function backEndOf(ask: Ask, fields: Record<string, Rule>, takesCluster: boolean): string {
  const body = bodyOf(ask, fields)
  enforce(ask.caller, 'volume_extension:services:update')
  const [host, cluster] = [textOf(body['host']), textOf(body['cluster'])]
  if (takesCluster && (host === undefined) === (cluster === undefined))
    throw invalidInput('One and only one of cluster and host must be set.')
  if (host === undefined && !takesCluster) throw invalidInput('Host field is missing.')
  const known = storageServicesOf(ask.region).some(
    (one) => one.binary === 'cinder-volume' && one.host === host,
  )
  if (host === undefined || !known)
    throw new Refusal(
      400,
      `No service found with ${host === undefined ? 'cluster' : 'host'}=${host ?? cluster}`,
    )
  return host
}

const freezing = (on: boolean) => (ask: Ask) => {
  const host = backEndOf(ask, { host: text, cluster: orNull }, since(ask, 3, 26))
  if (on) ask.region.storage.frozenHosts.add(host)
  else ask.region.storage.frozenHosts.delete(host)
  return emptyPage(200)
}

/** Fails over to the site of the replicas. No back end here has any, so it stays where it is. */
const failover = (takesCluster: boolean) => (ask: Ask) => {
  backEndOf(ask, { host: text, backend_id: orNull, cluster: orNull }, takesCluster)
  return emptyPage(202)
}

/** Before Cinder 29 all addresses below this one were read as actions. */
function unknownAction(ask: Ask) {
  if (atLeast(ask.newest, [3, 71])) return noSuchPath(ask.request)
  enforce(ask.caller, 'volume_extension:services:update')
  throw invalidInput('Unknown action')
}

function listHosts(ask: Ask) {
  enforce(ask.caller, 'volume_extension:hosts')
  const zone = ask.query.get('zone') ?? ''
  const services = zone === '' || zone === 'nova' ? storageServicesOf(ask.region) : []
  return ok({
    hosts: services.map((service) => ({
      host_name: service.host,
      service: service.binary,
      zone: 'nova',
      'service-status': 'available',
      'service-state': statusOf(ask, service),
      'last-update': databaseTime(ask.region.clock.now()),
    })),
  })
}

const sum = (sizes: readonly { size: number }[]) =>
  String(sizes.reduce((total, { size }) => total + size, 0))

/** What projects have on a back end. */
function showHost(ask: Ask) {
  const host = ask.params['host'] ?? ''
  if (!storageServicesOf(ask.region).some((one) => one.host === host)) throw notFound('Host', host)
  enforce(ask.caller, 'volume_extension:hosts')
  const { storage } = ask.region
  const here = [...storage.volumes.values()].filter((one) => isOnHost(one.host, host))
  const resource = (project: string, volumes: typeof here) => {
    const snapshots = volumes.flatMap(({ id }) => storage.snapshotsOf(id))
    return {
      resource: {
        host,
        project,
        volume_count: String(volumes.length),
        total_volume_gb: sum(volumes),
        snapshot_count: String(snapshots.length),
        total_snapshot_gb: sum(snapshots),
      },
    }
  }
  const projects = [...new Set(here.map(({ projectId }) => projectId))]
  const each = projects.map((id) =>
    resource(
      id,
      here.filter(({ projectId }) => projectId === id),
    ),
  )
  return ok({ host: [resource('(total)', here), ...each] })
}

/** The processes that Cinder consists of, for administrators. */
export const cinderServiceRoutes: readonly ServiceRoute[] = [
  route('GET', 'os-services', listServices),
  route('PUT', 'os-services/enable', using('enable')),
  route('PUT', 'os-services/disable', using('disable')),
  route('PUT', 'os-services/disable-log-reason', using('disable-log-reason')),
  route('PUT', 'os-services/freeze', freezing(true)),
  route('PUT', 'os-services/thaw', freezing(false)),
  route('PUT', 'os-services/failover_host', failover(false)),
  route('PUT', 'os-services/failover', failover(true), [3, 26]),
  route('PUT', 'os-services/:action', unknownAction),
  route('GET', 'os-hosts', listHosts),
  route('GET', 'os-hosts/:host', showHost),
]
