import Box from '@mui/material/Box'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import type { AttachmentRow } from '#src/model/attachment-record.ts'
import { compareNames } from '#src/model/natural-order.ts'
import { holderTone } from '#src/parts/holder-tone.ts'
import { instanceStatusWord } from '#src/parts/instance-status-words.ts'
import { CopyableText } from '#src/ui/CopyableText.tsx'
import type { DataColumn } from '#src/ui/data-column.ts'
import { ReasonedButton } from '#src/ui/ReasonedButton.tsx'
import { StatusChip } from '#src/ui/StatusChip.tsx'
import { TimeText } from '#src/ui/TimeText.tsx'

const byText = (text: (row: AttachmentRow) => string | null | undefined) => ({
  compare: (a: AttachmentRow, b: AttachmentRow) => compareNames(text(a) ?? '', text(b) ?? ''),
})

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

const isMode = (mode: string): mode is 'rw' | 'ro' => mode === 'rw' || mode === 'ro'

/** The columns of the table Attachments. `reasonFor` says why a row's Detach is not possible. */
export function attachmentColumns(
  { t, tInstances }: { t: TFunction<'attachments'>; tInstances: TFunction<'instances'> },
  {
    reasonFor,
    onDetach,
  }: {
    reasonFor: (row: AttachmentRow) => string | undefined
    onDetach: (row: AttachmentRow) => void
  },
): DataColumn<AttachmentRow>[] {
  const statusOf = ({ instance }: AttachmentRow) =>
    instance && instanceStatusWord(tInstances, instance.status)
  return [
    {
      id: 'instance',
      label: t('columns.instance'),
      cell: (row) => <InstanceCell row={row} />,
      ...byText(({ name }) => name),
      size: 150,
      grow: 2,
      isName: true,
    },
    {
      id: 'instanceStatus',
      label: t('columns.instanceStatus'),
      cell: (row) => statusOf(row) ?? '–',
      ...byText(statusOf),
      size: 120,
    },
    {
      id: 'device',
      label: t('columns.device'),
      cell: ({ device }) => device ?? '–',
      ...byText(({ device }) => device),
      size: 96,
    },
    {
      id: 'host',
      label: t('columns.host'),
      cell: (row) => hostOf(row) ?? '–',
      ...byText(hostOf),
      size: 100,
      grow: 1,
    },
    {
      id: 'mode',
      label: t('columns.mode'),
      cell: ({ mode }) => (mode === null ? '–' : isMode(mode) ? t(`mode.${mode}`) : mode),
      ...byText(({ mode }) => mode),
      size: 100,
    },
    {
      id: 'attached',
      label: t('columns.attached'),
      cell: ({ attachedAt }) => <TimeText at={attachedAt} />,
      compare: (a, b) => (a.attachedAt ?? 0) - (b.attachedAt ?? 0),
      size: 120,
    },
    {
      id: 'status',
      label: t('columns.status'),
      cell: (row) => <StateCell row={row} />,
      ...byText(({ state }) => state),
      size: 112,
    },
    {
      id: 'attachmentId',
      label: t('columns.attachmentId'),
      cell: ({ key }) => <CopyableText text={key} what={t('columns.attachmentId')} />,
      size: 320,
    },
    {
      id: 'actions',
      label: t('columns.actions'),
      cell: (row) => (
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
      size: 140,
      staysAtEnd: true,
    },
  ]
}
