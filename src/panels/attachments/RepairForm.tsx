import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { AuditRow } from '#src/model/audit/attachment-audit.ts'
import { remedyOf } from '#src/model/audit/attachment-remedy.ts'
import { repairCalls, repairCommand } from '#src/model/audit/attachment-repair.ts'
import type { AuditVerdict } from '#src/model/audit/audit-verdict.ts'
import { instanceName, isRunning } from '#src/model/instance/instance.ts'
import { BulkDialog } from '#src/parts/dialog/BulkDialog.tsx'
import { type Repair, settledOf } from '#src/queries/audit/attachment-repair.ts'
import { projectNamesQuery } from '#src/queries/services/projects.ts'
import { useScope } from '#src/queries/session.ts'

import { remedyObstacleText, remedyText, rowNameOf, volumeNameOf } from './audit-words.ts'
import { RepairCalls } from './RepairCalls.tsx'
import { RepairReport } from './RepairReport.tsx'
import { useRepairNotice, useRepairs } from './use-repairs.ts'

/** So many names are spelled out. */
const namesShown = 8
const listed = (names: readonly string[]) =>
  names.length > namesShown ? `${names.slice(0, namesShown).join(', ')}, …` : names.join(', ')

type RepairFormProps = {
  title: string
  verdict: AuditVerdict
  /** What a second look saw of the rows. */
  rows: readonly AuditRow[]
  /** How many are not what they were. */
  gone: number
  minutes: number
  onClose: () => void
  onRepaired: (id: string) => void
}

/** Says what will be done, to the letter, does it in turn, and reports. */
export function RepairForm(props: RepairFormProps) {
  const { title, verdict, rows, gone, minutes, onClose, onRepaired } = props
  const { t } = useTranslation('audit')
  const { t: tVolumes } = useTranslation('volumes')
  const scope = useScope()
  const words = { t, tVolumes }
  // What was asked about stays what is done, whatever changes in the table meanwhile.
  const [asked] = useState(() =>
    rows.filter((row) => row.verdict === verdict).map((row) => ({ row, ...remedyOf(row, scope) })),
  )
  const possible = asked.flatMap(({ row, remedy }): Repair[] => (remedy ? [{ row, remedy }] : []))
  const repairs = new Map(possible.map((one) => [one.row.id, one]))
  const { act, entries } = useRepairs(repairs, minutes, onRepaired)
  const noticeFor = useRepairNotice()
  const [first] = possible
  return (
    <BulkDialog
      title={title}
      submitLabel={t('repair.submit')}
      danger
      width="md"
      things={asked.map(({ row, obstacle }) => ({
        id: row.id,
        name: rowNameOf(t, row),
        obstacle: obstacle && remedyObstacleText(words, obstacle, row),
      }))}
      act={act}
      doneLabel={t('repair.done')}
      command={repairCommand(possible.map(({ remedy }) => remedy))}
      noticeFor={noticeFor}
      afterwards={<RepairReport entries={entries} />}
      onClose={onClose}
    >
      {gone > 0 && (
        <Alert severity="info">
          {asked.length === 0 ? t('repair.nothing') : t('repair.gone', { count: gone })}
        </Alert>
      )}
      {first && (
        <>
          <Typography sx={{ overflowWrap: 'anywhere' }}>
            <bdi>{listed(possible.map(({ row }) => rowNameOf(t, row)))}</bdi>
          </Typography>
          <Typography>{remedyText(words, first.remedy)}</Typography>
          <Warnings repairs={possible} />
          <RepairCalls
            calls={possible.flatMap(({ row, remedy }) =>
              repairCalls(remedy, scope, settledOf(row)),
            )}
          />
          <Typography variant="body2" color="textSecondary">
            {t('repair.again')}
          </Typography>
        </>
      )}
    </BulkDialog>
  )
}

/** What to know beforehand: guests that may be using the volume, and whose the volumes are. */
function Warnings({ repairs }: { repairs: readonly Repair[] }) {
  const { t } = useTranslation('audit')
  const scope = useScope()
  const names = useQuery(projectNamesQuery(scope)).data
  const running = repairs.flatMap(({ row, remedy }) =>
    remedy.act === 'detach' && row.instance && isRunning(row.instance)
      ? [instanceName(row.instance)]
      : [],
  )
  const others = repairs.filter(
    ({ row: { volume } }) => (volume?.projectId ?? scope.project.id) !== scope.project.id,
  )
  return (
    <>
      {running.length > 0 && (
        <Alert severity="warning" variant="outlined">
          {t('repair.running', { count: running.length, names: listed(running) })}
        </Alert>
      )}
      {others.length > 0 && (
        <Alert severity="info" variant="outlined">
          {t('repair.otherProject', {
            count: others.length,
            names: listed(
              others.map(({ row }) => {
                const id = row.volume?.projectId ?? ''
                return `${volumeNameOf(row)} (${names?.get(id) ?? id})`
              }),
            ),
          })}
        </Alert>
      )}
    </>
  )
}
