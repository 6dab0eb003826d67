import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { AuditRow } from '#src/model/audit/attachment-audit.ts'
import { remedyOf } from '#src/model/audit/attachment-remedy.ts'
import { projectOf } from '#src/model/audit/audit-filter.ts'
import type { RepairEntry, SentCall } from '#src/model/audit/repair-report.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { serverNow } from '#src/openstack/session/server-clock.ts'
import { isUsedByNova } from '#src/openstack/volumes/attachments.ts'
import {
  NotStanding,
  type Repair,
  repair,
  StillAttached,
} from '#src/queries/audit/attachment-repair.ts'
import { useScope } from '#src/queries/session.ts'
import type { ErrorNoticeProps } from '#src/ui/page/ErrorNotice.tsx'

import { instanceNameOf, remedyObstacleText, volumeNameOf } from './audit-words.ts'

/** What a second look saw instead of the verdict, in the reader's language. */
function useWhatChanged(): (row: AuditRow | undefined) => string {
  const { t } = useTranslation('audit')
  const { t: tVolumes } = useTranslation('volumes')
  const scope = useScope()
  return (row) => {
    if (row === undefined) return t('repair.nowGone')
    const { obstacle } = remedyOf(row, scope)
    const verdict = t('repair.now', { verdict: t(`verdicts.${row.verdict}`) })
    return obstacle === undefined || obstacle === 'agreed'
      ? verdict
      : `${verdict} ${remedyObstacleText({ t, tVolumes }, obstacle, row)}`
  }
}

/** Explains a failed repair: what changed, or the cloud's words and what they mean here. */
export function useRepairNotice(): (error: Error) => ErrorNoticeProps {
  const { t } = useTranslation('audit')
  const whatChanged = useWhatChanged()
  return (error) => {
    if (error instanceof NotStanding)
      return { severity: 'warning', title: t('repair.notStanding'), words: whatChanged(error.row) }
    if (error instanceof StillAttached) return { words: t('repair.stillAttached') }
    const notice = noticeOf(error)
    if (!isUsedByNova(error)) return notice
    const { kind: _conflict, ...words } = notice
    return { ...words, title: t('repair.usedByNova') }
  }
}

/** Repairs rows, each after a second look, and writes down what was done. */
export function useRepairs(
  repairs: ReadonlyMap<string, Repair>,
  minutes: number,
  onRepaired: (id: string) => void,
): { act: (id: string) => Promise<void>; entries: readonly RepairEntry[] } {
  const client = useQueryClient()
  const scope = useScope()
  const noticeFor = useRepairNotice()
  const [entries, setEntries] = useState<readonly RepairEntry[]>([])
  const act = async (id: string) => {
    const wanted = repairs.get(id)
    if (wanted === undefined) return
    const { row } = wanted
    const calls: SentCall[] = []
    const at = serverNow()
    const note = (outcome: RepairEntry['outcome'], words: string | null) =>
      setEntries((now) => [
        ...now,
        {
          at,
          verdict: row.verdict,
          volumeId: row.volumeId,
          volumeName: volumeNameOf(row),
          instanceId: row.instanceId,
          instanceName: instanceNameOf(row),
          attachmentId: row.attachment?.id ?? null,
          projectId: projectOf(row),
          outcome,
          calls,
          words,
        },
      ])
    try {
      await repair(wanted, {
        client,
        session: scope,
        stuckAfterMs: minutes * 60_000,
        sent: (call) => calls.push(call),
      })
      note('repaired', null)
      onRepaired(id)
    } catch (reason) {
      const error = reason instanceof Error ? reason : new Error(String(reason))
      note(error instanceof NotStanding ? 'not-repaired' : 'failed', noticeFor(error).words)
      throw error
    }
  }
  return { act, entries }
}
