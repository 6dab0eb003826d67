import type { Capabilities } from '#src/model/cloud/microversion.ts'
import type { Instance } from '#src/model/instance/instance.ts'
import type { InstanceId, Volume, VolumeId } from '#src/model/volume/volume.ts'

import {
  type AuditCloud,
  type AuditOptions,
  auditOf,
  type AuditRow,
  type CinderAttachment,
  type NovaDevice,
  type Untold,
} from './attachment-audit.ts'
import { isSameRemedy, type Remedy, remedyOf } from './attachment-remedy.ts'

/** An instance asked by itself; null where Nova answered that there is none. */
export type InstanceRecheck = { instance: Instance; devices: readonly NovaDevice[] } | null

/** A second look at a volume and at instances, both asked by themselves. */
export type RecheckResult = {
  volumeId: VolumeId
  /** Null where Cinder answered that there is none. */
  volume: Volume | null
  /** All that Cinder has of the volume. */
  attachments: readonly CinderAttachment[]
  instances: ReadonlyMap<InstanceId, InstanceRecheck>
}

/** What was asked for individually is known now, whether gone or there. */
const withoutSeen = (untold: Untold, { volumeId, instances }: RecheckResult): Untold => ({
  ...untold,
  volumes: new Set([...untold.volumes].filter((id) => id !== volumeId)),
  instances: new Set([...untold.instances].filter((id) => !instances.has(id))),
})

/** What both services say, with what a second look saw in the place of what was known of the same things. */
export function withLook(cloud: AuditCloud, look: RecheckResult): AuditCloud {
  const volumes = new Map(cloud.volumes)
  const attachments = new Map(cloud.attachments)
  const instances = new Map(cloud.instances)
  const devices = new Map(cloud.devices)
  if (look.volume === null) volumes.delete(look.volumeId)
  else volumes.set(look.volumeId, look.volume)
  for (const { id, volumeId } of cloud.attachments.values())
    if (volumeId === look.volumeId) attachments.delete(id)
  for (const record of look.attachments) attachments.set(record.id, record)
  for (const [id, seen] of look.instances)
    if (seen === null) {
      instances.delete(id)
      devices.delete(id)
    } else {
      instances.set(id, seen.instance)
      devices.set(id, seen.devices)
    }
  return { volumes, attachments, instances, devices, untold: withoutSeen(cloud.untold, look) }
}

/** What a second look makes of a finding: it stands and may be repaired, or what it is instead. */
export type Standing =
  | { stands: true; row: AuditRow; remedy: Remedy }
  /** `row` is undefined where nothing is there any more. */
  | { stands: false; row: AuditRow | undefined }

/** Whether a finding stands, with the same remedy, by what is known after a second look. */
export function standingOf(
  before: Pick<AuditRow, 'id' | 'verdict'> & { remedy: Remedy },
  cloud: AuditCloud,
  options: AuditOptions,
  capabilities: Capabilities,
): Standing {
  const row = auditOf(cloud, options).find(({ id }) => id === before.id)
  if (row === undefined || row.verdict !== before.verdict) return { stands: false, row }
  const { remedy } = remedyOf(row, capabilities)
  return remedy !== undefined && isSameRemedy(remedy, before.remedy)
    ? { stands: true, row, remedy }
    : { stands: false, row }
}
