import type { ProjectId } from '#src/model/cloud/session.ts'
import { instanceName } from '#src/model/instance/instance.ts'
import { folded } from '#src/model/search-text.ts'
import { nameOf } from '#src/model/volume/volume.ts'

import { type AuditRow, isPassingStatus } from './attachment-audit.ts'
import { type AuditVerdict, auditVerdicts, isFinding } from './audit-verdict.ts'

/** Which rows a table shows; what is left out does not matter. */
export type AuditFilter = {
  /** Found in names and ids. */
  text?: string | undefined
  verdict?: AuditVerdict | undefined
  projectId?: ProjectId | undefined
  host?: string | undefined
  /** Whether those are shown on which both services agree, and what is under way. */
  agreed?: boolean | undefined
}

/** The compute host of a row: the instance's, or the one that Cinder noted with the attachment. */
export const hostOf = ({ instance, volume, attachment }: AuditRow): string | null =>
  instance?.host ?? volume?.attachments.find(({ id }) => id === attachment?.id)?.hostName ?? null

/** The project of a row: the volume's, else the instance's. */
export const projectOf = ({ volume, instance }: AuditRow): ProjectId | null =>
  volume?.projectId ?? instance?.projectId ?? null

/** The device of a row, as Nova names it, else as Cinder noted it. */
export const deviceOf = ({ device, volume, attachment }: AuditRow): string | null =>
  device?.device ?? volume?.attachments.find(({ id }) => id === attachment?.id)?.device ?? null

/** Cinder's status of the attachment, or of the volume where the verdict is about that. */
export function cinderStatusOf({ about, verdict, attachment, volume }: AuditRow): string | null {
  const ofVolume =
    about === 'volume' || (verdict === 'stuck' && !isPassingStatus(attachment?.status ?? ''))
  return (ofVolume ? volume?.status : attachment?.status) ?? null
}

function says(row: AuditRow, wanted: string): boolean {
  const { volume, volumeId, instance, instanceId, attachment } = row
  const names = [volume && nameOf(volume), instance && instanceName(instance), hostOf(row)]
  const ids = [volumeId, instanceId, attachment?.id]
  return (
    names.some((name) => folded(name ?? '').includes(wanted)) ||
    ids.some((id) => id?.startsWith(wanted))
  )
}

/** Whether a row is shown by default: findings, and rows about which a service gave no answer. */
const isShown = (verdict: AuditVerdict) => isFinding(verdict) || verdict === 'not-told'

/** The rows that the filter lets through, in their order. */
export function filterAudit(rows: readonly AuditRow[], filter: AuditFilter): AuditRow[] {
  const { verdict, projectId, host, agreed = false } = filter
  const text = folded(filter.text ?? '')
  return rows.filter(
    (row) =>
      (verdict === undefined ? agreed || isShown(row.verdict) : row.verdict === verdict) &&
      (projectId === undefined || projectOf(row) === projectId) &&
      (host === undefined || hostOf(row) === host) &&
      (text === '' || says(row, text)),
  )
}

/** How many rows there are of each verdict. */
export function tallyOfVerdicts(rows: readonly AuditRow[]): Record<AuditVerdict, number> {
  const tally: Record<AuditVerdict, number> = {
    'instance-gone': 0,
    'only-in-cinder': 0,
    'only-in-nova': 0,
    duplicate: 0,
    stuck: 0,
    'status-contradicts': 0,
    'not-told': 0,
    'under-way': 0,
    agreed: 0,
  }
  for (const { verdict } of rows) tally[verdict] += 1
  return tally
}

const rank = new Map(auditVerdicts.map((verdict, place) => [verdict, place]))

/** By verdict, the worst first. */
export const byVerdict = (a: AuditRow, b: AuditRow): number =>
  (rank.get(a.verdict) ?? 0) - (rank.get(b.verdict) ?? 0)

/** The longest first; rows without a time come last. */
export const bySince = (a: AuditRow, b: AuditRow): number =>
  (a.since ?? Number.MAX_SAFE_INTEGER) - (b.since ?? Number.MAX_SAFE_INTEGER)

/** Those that disagree first, by verdict, and of each the longest first. */
export const inAuditOrder = (rows: readonly AuditRow[]): AuditRow[] =>
  rows.toSorted((a, b) => byVerdict(a, b) || bySince(a, b) || (a.id < b.id ? -1 : 1))
