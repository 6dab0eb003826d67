import { enforce } from '#mocks/cloud/identity/caller.ts'
import { invalidInput, Refusal } from '#mocks/cloud/refusal.ts'
import { defaultLimitOf, limitOf, quotaNames, readQuotas } from '#mocks/cloud/storage/quotas.ts'
import type { QuotaSet } from '#mocks/cloud/storage/quotas.ts'
import { ok } from '#mocks/handlers/answer.ts'
import { projectOf, route, sent, since, type Ask, type ServiceRoute } from '#mocks/handlers/ask.ts'
import { check, checkBody, refuse } from '#mocks/handlers/validation.ts'
import { booleanOf, pythonRepr } from '#mocks/handlers/values.ts'

/** What a project uses of what a limit is about, or has set aside for what is under way. */
function usedOf(
  { region: { storage } }: Ask,
  projectId: string,
  name: string,
  count: 'of' | 'reservedBy' = 'of',
): number {
  const [, what = name, typeName] = /^(volumes|gigabytes|snapshots)_(.+)$/.exec(name) ?? []
  const type =
    typeName === undefined ? undefined : typesOf(storage).find((t) => t.name === typeName)
  const used = storage.usage[count](projectId, type?.id ?? '')
  if (what === 'volumes' || what === 'gigabytes' || what === 'snapshots') return used[what]
  return 0
}

const typesOf = (storage: Ask['region']['storage']) => [...storage.types.newestFirst()]

const namesOf = ({ region: { storage } }: Ask) => quotaNames(typesOf(storage))

const quotaSet = (ask: Ask, id: string, valueOf: (name: string) => unknown) =>
  ok({
    quota_set: { ...Object.fromEntries(namesOf(ask).map((name) => [name, valueOf(name)])), id },
  })

function show(ask: Ask) {
  const id = ask.params['project'] ?? ''
  enforce(ask.caller, 'volume_extension:quotas:show', id)
  const limit = (name: string) => limitOf(ask.region.storage, id, name)
  const usage = ask.query.get('usage')
  const withUsage = usage === null ? false : booleanOf(usage)
  if (withUsage === undefined)
    throw new Refusal(400, `Value '${usage}' for 'usage' is not a boolean.`)
  if (!withUsage) return quotaSet(ask, id, limit)
  return quotaSet(ask, id, (name) => ({
    limit: limit(name),
    in_use: usedOf(ask, id, name),
    reserved: usedOf(ask, id, name, 'reservedBy'),
  }))
}

/** Refuses less than what a project has (cinder/api/contrib/quotas.py, _validate_existing_resource). */
function checkExisting(ask: Ask, id: string, limits: QuotaSet) {
  for (const [name, limit] of Object.entries(limits)) {
    if (name === 'per_volume_gigabytes' || limit === -1) continue
    const usage = usedOf(ask, id, name) + usedOf(ask, id, name, 'reservedBy')
    if (limit < usage)
      throw new Refusal(
        400,
        `Quota ${name} limit must be equal or greater than existing resources. Current usage is ${usage} and the requested limit is ${limit}.`,
      )
  }
}

function update(ask: Ask) {
  const id = ask.params['project'] ?? ''
  checkBody(ask.body, 'quota_set', { is: 'object', fields: {}, open: true, filled: true })
  const given = readQuotas(sent(ask, 'quota_set'), namesOf(ask))
  enforce(ask.caller, 'volume_extension:quotas:update', id)
  checkExisting(ask, id, given)
  const { storage } = ask.region
  storage.quotas.set(id, { ...storage.quotas.get(id), ...given })
  const limits = namesOf(ask).map((name) => [name, limitOf(storage, id, name)])
  return ok({ quota_set: Object.fromEntries(limits) })
}

/** The limits of a class, which only the class `default` hands on to projects. */
const classLimits = (ask: Ask, name: string) => {
  const limits = ask.region.storage.quotaClasses.get(name)
  return Object.fromEntries(
    namesOf(ask).map((one) => [one, limits?.[one] ?? defaultLimitOf(ask.region.storage, one)]),
  )
}

function showClass(ask: Ask) {
  const id = ask.params['class'] ?? ''
  enforce(ask.caller, 'volume_extension:quota_classes:get')
  return ok({ quota_class_set: { ...classLimits(ask, id), id } })
}

/** cinder/api/validation/parameter_types.py, quota_class_set. */
function checkClassLimit(name: string, value: unknown) {
  if (typeof value === 'string') check(name, value, { is: 'text', pattern: '^[0-9]*$', min: 1 })
  else if (typeof value !== 'number' || !Number.isInteger(value))
    throw refuse(name, value, `${pythonRepr(value)} is not of type 'integer', 'string'`)
  else if (value < -1) throw refuse(name, value, `${value} is less than the minimum of -1`)
}

function updateClass(ask: Ask) {
  const id = ask.params['class'] ?? ''
  checkBody(ask.body, 'quota_class_set', { is: 'object', fields: {}, open: true })
  const given = Object.entries(sent(ask, 'quota_class_set'))
  const known = namesOf(ask)
  const strangers = given.map(([name]) => name).filter((name) => !known.includes(name))
  if (strangers.length > 0)
    throw invalidInput(`Bad key(s) in quota class set: ${strangers.join(', ')}`)
  for (const [name, value] of given) checkClassLimit(name, value)
  enforce(ask.caller, 'volume_extension:quota_classes:update')
  const { quotaClasses } = ask.region.storage
  const limits = Object.fromEntries(given.map(([name, value]) => [name, Number(value)]))
  quotaClasses.set(id, { ...quotaClasses.get(id), ...limits })
  return ok({ quota_class_set: classLimits(ask, id) })
}

/** Gives a project the limits back that all have. */
function forget(ask: Ask) {
  const id = ask.params['project'] ?? ''
  enforce(ask.caller, 'volume_extension:quotas:delete', id)
  ask.region.storage.quotas.delete(id)
  return { status: 200 }
}

/** `tenant_id` or `project_id` of the query: whose limits an administrator asks for, since 3.39. */
function showLimits(ask: Ask) {
  const own = projectOf(ask)
  const asked = ask.query.get('project_id') ?? ask.query.get('tenant_id')
  const projectId = (since(ask, 3, 39) && ask.caller.isAdmin ? asked : null) ?? own
  const limit = (name: string) => limitOf(ask.region.storage, projectId, name)
  const used = (name: string) => usedOf(ask, projectId, name)
  return ok({
    limits: {
      rate: [],
      absolute: {
        maxTotalVolumes: limit('volumes'),
        maxTotalSnapshots: limit('snapshots'),
        maxTotalVolumeGigabytes: limit('gigabytes'),
        maxTotalBackups: limit('backups'),
        maxTotalBackupGigabytes: limit('backup_gigabytes'),
        totalVolumesUsed: used('volumes'),
        totalGigabytesUsed: used('gigabytes'),
        totalSnapshotsUsed: used('snapshots'),
        totalBackupsUsed: 0,
        totalBackupGigabytesUsed: 0,
      },
    },
  })
}

export const cinderQuotaRoutes: readonly ServiceRoute[] = [
  route('GET', 'limits', showLimits),
  route('GET', 'os-quota-sets/:project', show),
  route('GET', 'os-quota-sets/:project/defaults', (ask) => {
    const id = ask.params['project'] ?? ''
    enforce(ask.caller, 'volume_extension:quotas:show', id)
    return quotaSet(ask, id, (name) => defaultLimitOf(ask.region.storage, name))
  }),
  route('PUT', 'os-quota-sets/:project', update),
  route('DELETE', 'os-quota-sets/:project', forget),
  route('GET', 'os-quota-class-sets/:class', showClass),
  route('PUT', 'os-quota-class-sets/:class', updateClass),
]
