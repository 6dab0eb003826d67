import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { auditOf, type AuditRow } from '#src/model/audit/attachment-audit.ts'
import { eachInTurn } from '#src/model/each-in-turn.ts'
import { serverNow } from '#src/openstack/session/server-clock.ts'
import { auditKey, auditQuery, recheckRow } from '#src/queries/audit/attachment-audit.ts'
import { useScope } from '#src/queries/session.ts'
import { DialogFrame } from '#src/ui/dialog/DialogFrame.tsx'

import { RepairForm } from './RepairForm.tsx'

type RepairDialogProps = {
  /** As they were when the dialog was opened; of one verdict. */
  rows: readonly AuditRow[]
  minutes: number
  onClose: () => void
  onRepaired: (id: string) => void
}

const looksAtOnce = 4

/** Asks both services about the rows once more, and then whether they are to be repaired. */
export function RepairDialog({ rows, minutes, onClose, onRepaired }: RepairDialogProps) {
  const { t } = useTranslation('audit')
  const scope = useScope()
  const { data: before } = useQuery({ ...auditQuery(scope), enabled: false })
  const asked = useQuery({
    queryKey: [...auditKey(scope), 'before-repair', rows.map(({ id }) => id)],
    queryFn: async ({ client, signal }) => {
      const byId = new Map(rows.map((row) => [row.id, row]))
      let cloud = before?.cloud
      const act = async (id: string) => {
        const row = byId.get(id)
        if (row) cloud = (await recheckRow(client, scope, row, signal)).cloud ?? cloud
      }
      const options = { note: () => {}, stop: signal, atOnce: looksAtOnce }
      await eachInTurn([...byId.keys()], act, options)
      const now = { now: serverNow(), stuckAfterMs: minutes * 60_000 }
      return cloud ? auditOf(cloud, now).filter(({ id }) => byId.has(id)) : []
    },
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    structuralSharing: false,
  })
  const [first] = rows
  if (first === undefined) return null
  const { verdict } = first
  const title =
    rows.length === 1
      ? t('repair.title', { verdict: t(`verdicts.${verdict}`) })
      : t('repair.titleSeveral', { verdict: t(`verdicts.${verdict}`), count: rows.length })
  if (asked.data === undefined)
    return (
      <DialogFrame title={title} width="md" onClose={onClose}>
        <Box role="status">
          {t('repair.asking')}
          <LinearProgress />
        </Box>
      </DialogFrame>
    )
  return (
    <RepairForm
      title={title}
      verdict={verdict}
      rows={asked.data}
      gone={rows.length - asked.data.filter((row) => row.verdict === verdict).length}
      minutes={minutes}
      onClose={onClose}
      onRepaired={onRepaired}
    />
  )
}
