import type { TFunction } from 'i18next'

import { shortId } from '#src/model/attach/holder.ts'
import type { AuditRow } from '#src/model/audit/attachment-audit.ts'
import type { Remedy, RemedyObstacle } from '#src/model/audit/attachment-remedy.ts'
import { cinderStatusOf } from '#src/model/audit/audit-filter.ts'
import { type AuditVerdict, isFinding } from '#src/model/audit/audit-verdict.ts'
import { instanceName } from '#src/model/instance/instance.ts'
import { nameOf } from '#src/model/volume/volume.ts'
import { statusWord } from '#src/parts/words/status-words.ts'
import type { Tone } from '#src/ui/chips/StatusChip.tsx'

/** The texts that the words of a row are made of. */
export type AuditWords = { t: TFunction<'audit'>; tVolumes: TFunction<'volumes'> }

/** What a row's volume is called. */
export const volumeNameOf = ({ volume, volumeId }: AuditRow): string =>
  volume ? nameOf(volume) : volumeId

/** What a row's instance is called; nothing where it has none. */
export const instanceNameOf = ({ instance, instanceId }: AuditRow): string | null =>
  instance ? instanceName(instance) : instanceId

/** What a row is called, so that no other is called the same. */
export function rowNameOf(t: TFunction<'audit'>, row: AuditRow): string {
  const volume = volumeNameOf(row)
  if (row.about === 'volume') return t('rowVolume', { volume })
  const holder = row.instance
    ? instanceName(row.instance)
    : row.instanceId && shortId(row.instanceId)
  const instance = holder ?? t('aHost')
  return row.verdict === 'duplicate' && row.attachment
    ? t('rowNumbered', { volume, instance, id: shortId(row.attachment.id) })
    : t('row', { volume, instance })
}

/** How a verdict looks. */
export function verdictTone(verdict: AuditVerdict): Tone {
  if (verdict === 'under-way') return 'busy'
  if (verdict === 'not-told') return 'neutral'
  return isFinding(verdict) ? 'bad' : 'good'
}

/** What a verdict means for a row. */
export const meaningOf = (words: AuditWords, row: AuditRow, minutes: number): string =>
  words.t(`meaning.${row.verdict}`, {
    status: statusWord(words.tVolumes, cinderStatusOf(row) ?? ''),
    minutes,
    expected: statusWord(words.tVolumes, row.expectedStatus),
  })

/** What a remedy does. */
export const remedyText = ({ t, tVolumes }: AuditWords, remedy: Remedy): string =>
  t(`remedies.${remedy.act}`, {
    status: remedy.act === 'reset-status' ? statusWord(tVolumes, remedy.status) : '',
  })

/** Why a row has no remedy now. */
export const remedyObstacleText = (
  { t, tVolumes }: AuditWords,
  obstacle: RemedyObstacle,
  { instance, volume }: AuditRow,
): string =>
  t(`obstacles.${obstacle}`, {
    task: instance?.taskState ?? '',
    status: statusWord(tVolumes, volume?.status ?? ''),
    host: instance?.host ?? '',
  })

/** What Nova has for a row. */
export function novaText(t: TFunction<'audit'>, row: AuditRow): string {
  const { about, instanceId, instance, device, attachment } = row
  if (about === 'volume') return t('none')
  if (instanceId === null) return t('nova.host')
  if (instance === undefined) return t('nova.noInstance')
  if (device === undefined) return t('nova.none')
  const { attachmentId } = device
  if (attachment && attachmentId !== null && attachmentId !== attachment.id)
    return t('nova.otherId')
  return device.device ?? t('nova.attached')
}
