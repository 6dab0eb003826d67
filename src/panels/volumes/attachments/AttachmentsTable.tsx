import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { type AttachmentRow, attachmentRows } from '#src/model/attach/attachment-record.ts'
import { contains, folded } from '#src/model/search-text.ts'
import type { Volume } from '#src/model/volume/volume.ts'
import { ConfirmDetach } from '#src/parts/dialog/ConfirmDetach.tsx'
import { useStandardColumns } from '#src/parts/table/standard-columns.tsx'
import { useDetachReason } from '#src/parts/use-detach-reason.ts'
import { useKnownInstances, useTasksOf } from '#src/parts/use-known-instances.ts'
import { attachmentsQuery } from '#src/queries/attach/attachments.ts'
import { useScope } from '#src/queries/session.ts'
import { ReasonedButton } from '#src/ui/form/ReasonedButton.tsx'
import type { TableSorting } from '#src/ui/table/column.ts'
import { DataTable } from '#src/ui/table/DataTable.tsx'

import { attachmentColumns } from './attachment-columns.tsx'

const rowHeight = 44
const headHeight = 41
/** From so many attachments on, there is a search. */
const manyAttachments = 8
/** What there is only room for on a page of its own. */
const columnsInDetail: readonly string[] = ['instanceStatus', 'attachmentId']
const noColumns: readonly string[] = []

/** The attachments of a volume, with Detach on each and on a selection; `detailed` tells more of each. */
export function AttachmentsTable({
  volume,
  detailed = false,
}: {
  volume: Volume
  detailed?: boolean
}) {
  const { t } = useTranslation('attachments')
  const { t: tInstances } = useTranslation('instances')
  const records = useQuery(attachmentsQuery(useScope(), volume.id))
  const instances = useKnownInstances()
  const tasks = useTasksOf(volume.id)
  const reasonFor = useDetachReason()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [sorting, setSorting] = useState<TableSorting>()
  const [widths, setWidths] = useState<Record<string, number>>({})
  const [wanted, setWanted] = useState('')
  const [detaching, setDetaching] = useState<readonly AttachmentRow[]>()

  const rows = attachmentRows(volume, records.data ?? [], instances, tasks)
  const text = folded(wanted)
  const shown = rows.filter(({ name, instanceId }) => contains([name, instanceId], text))
  const canSelect = (row: AttachmentRow) => reasonFor(volume, row) === undefined
  const chosen = rows.filter((row) => selected.has(row.key) && canSelect(row))
  const standard = useStandardColumns<AttachmentRow>()
  const columns = useMemo(
    () =>
      attachmentColumns(
        standard,
        { t, tInstances },
        {
          reasonFor: (row) => reasonFor(volume, row),
          onDetach: (row) => setDetaching([row]),
        },
      ),
    [standard, t, tInstances, reasonFor, volume],
  )
  if (rows.length === 0) return <Typography color="textSecondary">{t('none')}</Typography>
  return (
    <>
      {rows.length > manyAttachments && (
        <TextField
          type="search"
          size="small"
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
          placeholder={t('search')}
          slotProps={{ htmlInput: { 'aria-label': t('search') } }}
        />
      )}
      <Box
        sx={{ display: 'flex', border: 1, borderColor: 'divider', borderRadius: 1 }}
        style={{ height: Math.max(3, Math.min(7, shown.length)) * rowHeight + headHeight + 2 }}
      >
        <DataTable
          label={t('table')}
          rows={shown}
          columns={columns}
          rowId={({ key }) => key}
          rowName={({ name }) => name}
          rowHeight={rowHeight}
          sorting={sorting}
          onSortingChange={setSorting}
          hidden={detailed ? noColumns : columnsInDetail}
          widths={widths}
          onWidthsChange={setWidths}
          selected={selected}
          onSelectedChange={setSelected}
          canSelect={canSelect}
          loading={false}
          empty={<Typography sx={{ p: 2 }}>{t('noMatch')}</Typography>}
        />
      </Box>
      {rows.some(canSelect) && (
        <ReasonedButton
          color="error"
          variant="outlined"
          sx={{ alignSelf: 'flex-start' }}
          obstacle={chosen.length === 0 ? t('tickFirst') : undefined}
          onClick={() => setDetaching(chosen)}
        >
          {chosen.length === 0 ? t('detachTicked') : t('detachMany', { count: chosen.length })}
        </ReasonedButton>
      )}
      {detaching && (
        <ConfirmDetach
          volume={volume}
          holders={detaching}
          onClose={() => {
            setDetaching(undefined)
            setSelected(new Set())
          }}
        />
      )}
    </>
  )
}
