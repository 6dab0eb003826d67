import { enforce } from '#mocks/cloud/caller.ts'
import { defaultQuotas, limitOf, quotaNames, readQuotas } from '#mocks/cloud/quotas.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

import { ok } from './answer.ts'
import { projectOf, route, sent, type Ask, type ServiceRoute } from './ask.ts'
import { booleanOf } from './values.ts'

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

function showLimits(ask: Ask) {
  const projectId = projectOf(ask)
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

function update(ask: Ask) {
  const id = ask.params['project'] ?? ''
  enforce(ask.caller, 'volume_extension:quotas:update', id)
  const { storage } = ask.region
  const given = readQuotas(sent(ask, 'quota_set'), namesOf(ask))
  storage.quotas.set(id, { ...storage.quotas.get(id), ...given })
  const limits = namesOf(ask).map((name) => [name, limitOf(storage, id, name)])
  return ok({ quota_set: Object.fromEntries(limits) })
}

export const cinderQuotaRoutes: readonly ServiceRoute[] = [
  route('GET', 'limits', showLimits),
  route('GET', 'os-quota-sets/:project', show),
  route('GET', 'os-quota-sets/:project/defaults', (ask) => {
    const id = ask.params['project'] ?? ''
    enforce(ask.caller, 'volume_extension:quotas:show', id)
    return quotaSet(ask, id, (name) => defaultQuotas[name] ?? -1)
  }),
  route('PUT', 'os-quota-sets/:project', update),
]
