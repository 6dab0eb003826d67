import Box from '@mui/material/Box'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import type { AttachmentRow } from '#src/model/attach/attachment-record.ts'
import type { StandardColumns } from '#src/parts/table/standard-columns.tsx'
import { holderTone } from '#src/parts/words/holder-tone.ts'
import { instanceStatusWord } from '#src/parts/words/instance-status-words.ts'
import { StatusChip } from '#src/ui/chips/StatusChip.tsx'
import { CopyableText } from '#src/ui/form/CopyableText.tsx'
import { ReasonedButton } from '#src/ui/form/ReasonedButton.tsx'
import type { Column } from '#src/ui/table/column.ts'

const hostOf = ({ hostName, instance }: AttachmentRow) => hostName ?? instance?.host

function InstanceCell({ row: { name, nameless } }: { row: AttachmentRow }) {
  const { t } = useTranslation('volumes')
  const reason = nameless && t(`holder.${nameless}`)
  return (
    <Box title={reason} sx={{ minWidth: 0, lineHeight: 1.25 }}>
      <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
        <bdi>{name}</bdi>
      </Box>
      {reason && (
        <Box
          sx={{
            fontSize: 11.5,
            color: 'text.secondary',
            overflow: 'hidden',
            textOverflow: 'ellipsis',
          }}
        >
          {reason}
        </Box>
      )}
    </Box>
  )
}

function StateCell({ row: { state } }: { row: AttachmentRow }) {
  const { t } = useTranslation('volumes')
  return <StatusChip tone={holderTone[state]} label={t(`holder.${state}`)} />
}

const isMode = (mode: string | null): mode is 'rw' | 'ro' => mode === 'rw' || mode === 'ro'

/** The columns of the table Attachments. `reasonFor` says why a row's Detach is not possible. */
export function attachmentColumns(
  columns: StandardColumns<AttachmentRow>,
  { t, tInstances }: { t: TFunction<'attachments'>; tInstances: TFunction<'instances'> },
  {
    reasonFor,
    onDetach,
  }: {
    reasonFor: (row: AttachmentRow) => string | undefined
    onDetach: (row: AttachmentRow) => void
  },
): Column<AttachmentRow>[] {
  const modeOf = ({ mode }: AttachmentRow) => (isMode(mode) ? t(`mode.${mode}`) : mode)
  return [
    {
      ...columns.name(({ name }) => name, {
        label: t('columns.instance'),
        cell: (row) => <InstanceCell row={row} />,
        size: 150,
        grow: 2,
      }),
      id: 'instance',
    },
    columns.text(
      'instanceStatus',
      t('columns.instanceStatus'),
      ({ instance }) => instance && instanceStatusWord(tInstances, instance.status),
      { size: 120 },
    ),
    columns.text('device', t('columns.device'), ({ device }) => device, { size: 96 }),
    columns.text('host', t('columns.host'), hostOf, { size: 100, grow: 1 }),
    columns.text('mode', t('columns.mode'), modeOf, { size: 100 }),
    columns.time('attached', t('columns.attached'), ({ attachedAt }) => attachedAt, { size: 120 }),
    columns.status(({ state }) => state, {
      cell: (row) => <StateCell row={row} />,
      size: 112,
    }),
    columns.text('attachmentId', t('columns.attachmentId'), ({ key }) => key, {
      cell: ({ key }) => <CopyableText text={key} what={t('columns.attachmentId')} />,
      size: 320,
    }),
    columns.actions(
      (row) => (
        <ReasonedButton
          size="small"
          color="error"
          obstacle={reasonFor(row)}
          aria-label={t('detachFrom', { instance: row.name })}
          onClick={() => onDetach(row)}
        >
          {t('detach')}
        </ReasonedButton>
      ),
      { size: 140 },
    ),
  ]
}
