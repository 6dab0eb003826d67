import { invalidInput, Refusal } from '#mocks/cloud/refusal.ts'

/** Limits by name; −1 is no limit. Besides these: `volumes_<type>`, `gigabytes_<type>`, `snapshots_<type>`. */
export type QuotaSet = Record<string, number>

/** Cinder's own defaults (cinder.conf), in the order that it answers with. */
export const defaultQuotas: QuotaSet = {
  volumes: 10,
  per_volume_gigabytes: -1,
  snapshots: 10,
  gigabytes: 1000,
  backups: 10,
  backup_gigabytes: 1000,
  groups: 10,
}

type Used = { volumes: number; gigabytes: number; snapshots: number }
const nothing = (): Used => ({ volumes: 0, gigabytes: 0, snapshots: 0 })

/** What the projects use, kept up with every change so that it never has to be counted. */
export class Usage {
  private readonly used = new Map<string, Used>()
  private readonly promised = new Map<string, Used>()

  of(projectId: string, typeId = ''): Readonly<Used> {
    return this.used.get(`${projectId} ${typeId}`) ?? nothing()
  }

  /** What changes that are under way will use when they are done. */
  reservedBy(projectId: string, typeId = ''): Readonly<Used> {
    return this.promised.get(`${projectId} ${typeId}`) ?? nothing()
  }

  addVolume(projectId: string, typeId: string, size: number) {
    this.change(projectId, typeId, { volumes: 1, gigabytes: size, snapshots: 0 })
  }

  removeVolume(projectId: string, typeId: string, size: number) {
    this.change(projectId, typeId, { volumes: -1, gigabytes: -size, snapshots: 0 })
  }

  addSnapshot(projectId: string, typeId: string, size: number) {
    this.change(projectId, typeId, { volumes: 0, gigabytes: size, snapshots: 1 })
  }

  removeSnapshot(projectId: string, typeId: string, size: number) {
    this.change(projectId, typeId, { volumes: 0, gigabytes: -size, snapshots: -1 })
  }

  /** Sets `gigabytes` aside for a volume that grows. Gives back what ends that: they are used then, or free again. */
  reserve(projectId: string, typeId: string, gigabytes: number): (isUsed: boolean) => void {
    const more = { volumes: 0, gigabytes, snapshots: 0 }
    this.change(projectId, typeId, more, this.promised)
    return (isUsed) => {
      this.change(projectId, typeId, { ...more, gigabytes: -gigabytes }, this.promised)
      if (isUsed) this.change(projectId, typeId, more)
    }
  }

  private change(projectId: string, typeId: string, by: Used, counts = this.used) {
    for (const key of [`${projectId} `, `${projectId} ${typeId}`]) {
      const count = counts.get(key) ?? nothing()
      count.volumes += by.volumes
      count.gigabytes += by.gigabytes
      count.snapshots += by.snapshots
      counts.set(key, count)
    }
  }
}

type Counted = {
  quotas: ReadonlyMap<string, QuotaSet>
  heldTo: ReadonlyMap<string, QuotaSet>
  quotaClasses: ReadonlyMap<string, QuotaSet>
  usage: Usage
}
type OfType = { id: string; name: string }

/** The limit of that name that projects have unless they are given their own: the class `default` can say it. */
export const defaultLimitOf = ({ quotaClasses }: Pick<Counted, 'quotaClasses'>, name: string) =>
  quotaClasses.get('default')?.[name] ?? defaultQuotas[name] ?? -1

/** The limit of that name that a project has. */
export const limitOf = (storage: Counted, projectId: string, name: string): number =>
  storage.heldTo.get(projectId)?.[name] ??
  storage.quotas.get(projectId)?.[name] ??
  defaultLimitOf(storage, name)

const over = (limit: number, wanted: number) => limit >= 0 && wanted > limit

/** Refuses what would go over the quota of gigabytes, of the project or of the type. */
export function checkGigabytes(storage: Counted, projectId: string, type: OfType, more: number) {
  for (const [name, typeId] of [
    ['gigabytes', ''],
    [`gigabytes_${type.name}`, type.id],
  ] as const) {
    const limit = limitOf(storage, projectId, name)
    const consumed =
      storage.usage.of(projectId, typeId).gigabytes +
      storage.usage.reservedBy(projectId, typeId).gigabytes
    if (over(limit, consumed + more))
      throw new Refusal(
        413,
        'VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds allowed ' +
          `${name} quota. Requested ${more}G, quota is ${limit}G and ${consumed}G has been consumed.`,
      )
  }
}

/** Refuses a volume that is larger than one may be. */
export function checkVolumeSize(storage: Counted, projectId: string, size: number) {
  const limit = limitOf(storage, projectId, 'per_volume_gigabytes')
  if (over(limit, size))
    throw new Refusal(
      413,
      `VolumeSizeExceedsLimit: Requested volume size ${size}G is larger than maximum allowed limit ${limit}G.`,
    )
}

/** Refuses one more volume where the project, or the project's volumes of the type, have no room. */
export function checkVolumes(storage: Counted, projectId: string, type: OfType) {
  for (const [name, { volumes }] of [
    ['volumes', storage.usage.of(projectId)],
    [`volumes_${type.name}`, storage.usage.of(projectId, type.id)],
  ] as const) {
    const limit = limitOf(storage, projectId, name)
    if (over(limit, volumes + 1))
      throw new Refusal(
        413,
        `VolumeLimitExceeded: Maximum number of volumes allowed (${limit}) exceeded for quota '${name}'.`,
      )
  }
}

/** Refuses one more snapshot where there is no room. */
export function checkSnapshots(storage: Counted, projectId: string, type: OfType) {
  for (const [name, { snapshots }] of [
    ['snapshots', storage.usage.of(projectId)],
    [`snapshots_${type.name}`, storage.usage.of(projectId, type.id)],
  ] as const) {
    const limit = limitOf(storage, projectId, name)
    if (over(limit, snapshots + 1))
      throw new Refusal(
        413,
        `SnapshotLimitExceeded: Maximum number of snapshots allowed (${limit}) exceeded`,
      )
  }
}

/** The names of all limits, in Cinder's order: those of the types stand before `groups`. */
export const quotaNames = (types: readonly { name: string }[]): string[] => [
  ...Object.keys(defaultQuotas).filter((name) => name !== 'groups'),
  ...types.flatMap(({ name }) => [`volumes_${name}`, `gigabytes_${name}`, `snapshots_${name}`]),
  'groups',
]

/** The largest limit (cinder/common/constants.py, DB_MAX_INT). */
const maxLimit = 2_147_483_647

/** Limits as an administrator sets them, or Cinder's refusal of them (cinder/api/validation/validators.py, quota_set). */
export function readQuotas(given: Record<string, unknown>, known: readonly string[]): QuotaSet {
  // Clients say once more whose limits they are, which Cinder passes over.
  const limits = Object.entries(given).filter(([name]) => name !== 'tenant_id' && name !== 'id')
  const strangers: string[] = []
  for (const [name, value] of limits) {
    const limit = typeof value === 'number' ? value : Number(String(value) || Number.NaN)
    if (!known.includes(name)) strangers.push(name)
    else if (!Number.isInteger(limit)) throw new Refusal(400, `${name} must be an integer`)
    else if (limit < -1) throw new Refusal(400, `${name} must be >= -1`)
    else if (limit > maxLimit) throw new Refusal(400, `${name} must be <= ${maxLimit}`)
  }
  if (strangers.length > 0) throw invalidInput(`Bad key(s) in quota set: ${strangers.join(', ')}`)
  // A number in quotes passes Cinder's first look and is then compared with a number, which Python does not do.
  if (limits.some(([, value]) => typeof value === 'string'))
    throw new Refusal(
      400,
      'The server could not comply with the request since it is either malformed or otherwise incorrect.',
    )
  return Object.fromEntries(limits.map(([name, value]) => [name, Number(value)]))
}
