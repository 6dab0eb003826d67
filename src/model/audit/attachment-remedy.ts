import { type Capabilities, speaks } from '#src/model/cloud/microversion.ts'
import type { AttachmentId, InstanceId, VolumeId } from '#src/model/volume/volume.ts'

import { type AuditRow, isPassingStatus } from './attachment-audit.ts'

/** What puts a disagreement right without touching what works. */
export type Remedy =
  /** In Cinder, which refuses as long as Nova uses it. */
  | { act: 'delete-attachment'; attachmentId: AttachmentId; volumeId: VolumeId }
  /** Through Nova, which lets go of the device and then has Cinder delete the attachment. */
  | { act: 'detach'; instanceId: InstanceId; volumeId: VolumeId }
  /** The volume's status alone, to what its attachments say. */
  | { act: 'reset-status'; volumeId: VolumeId; status: 'available' | 'in-use' }

/** Why nothing is offered. */
export type RemedyObstacle =
  /** Both services agree. */
  | 'agreed'
  /** What the services have is not known. */
  | 'not-told'
  /** It passes by itself. */
  | 'under-way'
  /** The instance is being changed, moved to another host for one, which has two attachments for a while. */
  | 'instance-busy'
  /** It is this one, of several, that Nova uses. */
  | 'used-by-nova'
  /** Nova was not asked yet which of several it uses. */
  | 'not-compared'
  /** Nova does not tell which of several it uses. */
  | 'old-nova'
  /** Nova detaches only what Cinder still knows. */
  | 'volume-gone'
  /** Nova has Cinder begin to detach, which it does for a volume in use only. */
  | 'not-in-use'
  /** Nova waits for it itself, and detaches it only once the volume is in use. */
  | 'reserved-by-nova'
  /** A host holds it, of which neither service knows more. */
  | 'no-instance'

export type RemedyOrObstacle =
  | { remedy: Remedy; obstacle?: undefined }
  | { remedy?: undefined; obstacle: RemedyObstacle }

const isBusy = ({ instance }: AuditRow) => instance !== undefined && instance.taskState !== null

const deletion = ({ attachment, volumeId }: AuditRow): RemedyOrObstacle =>
  attachment === undefined
    ? { obstacle: 'agreed' }
    : { remedy: { act: 'delete-attachment', attachmentId: attachment.id, volumeId } }

function detaching(row: AuditRow, otherwise: RemedyObstacle): RemedyOrObstacle {
  const { volume, volumeId, instanceId } = row
  if (volume === undefined || instanceId === null) return { obstacle: 'volume-gone' }
  if (volume.status !== 'in-use') return { obstacle: otherwise }
  return { remedy: { act: 'detach', instanceId, volumeId } }
}

/** Cinder resets a volume to an idle status only, and to in-use only where it has attachments. */
function resetting({ volumeId, expectedStatus }: AuditRow): RemedyOrObstacle {
  if (expectedStatus !== 'available' && expectedStatus !== 'in-use')
    return { obstacle: 'under-way' }
  return { remedy: { act: 'reset-status', volumeId, status: expectedStatus } }
}

function ofDuplicate(row: AuditRow, cloud: Capabilities): RemedyOrObstacle {
  if (!speaks(cloud, 'compute', '2.89')) return { obstacle: 'old-nova' }
  if (!row.exact) return { obstacle: 'not-compared' }
  const used = row.device?.attachmentId ?? null
  // A device from before Nova noted attachments; any of them may be its.
  if (used === null) return { obstacle: 'old-nova' }
  return used === row.attachment?.id ? { obstacle: 'used-by-nova' } : deletion(row)
}

function ofStuck(row: AuditRow): RemedyOrObstacle {
  const { attachment, device, instanceId } = row
  if (attachment === undefined) return resetting(row)
  if (!isPassingStatus(attachment.status)) return resetting(row)
  if (instanceId === null) return { obstacle: 'no-instance' }
  if (device === undefined) return deletion(row)
  // Nova lets go of the attachment that its device stands on, which has to be this one.
  if (device.attachmentId === null) return { obstacle: row.exact ? 'old-nova' : 'not-compared' }
  return detaching(row, 'reserved-by-nova')
}

/**
 * The safe remedy for what a row says, or why there is none. An attachment is deleted in Cinder only where Nova knows
 * nothing of it.
 */
export function remedyOf(row: AuditRow, cloud: Capabilities): RemedyOrObstacle {
  const { verdict } = row
  if (verdict === 'agreed' || verdict === 'under-way' || verdict === 'not-told')
    return { obstacle: verdict }
  if (isBusy(row)) return { obstacle: 'instance-busy' }
  switch (verdict) {
    case 'instance-gone':
    case 'only-in-cinder':
      return deletion(row)
    case 'only-in-nova':
      return detaching(row, 'not-in-use')
    case 'duplicate':
      return ofDuplicate(row, cloud)
    case 'stuck':
      return ofStuck(row)
    case 'status-contradicts':
      return resetting(row)
  }
}

/** Whether both are the same act on the same thing. */
export const isSameRemedy = (a: Remedy | undefined, b: Remedy | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b)
