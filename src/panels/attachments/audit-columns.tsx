import Link from '@mui/material/Link'
import type { TFunction } from 'i18next'

import { shortId } from '#src/model/attach/holder.ts'
import type { AuditRow } from '#src/model/audit/attachment-audit.ts'
import {
  bySince,
  byVerdict,
  cinderStatusOf,
  hostOf,
  projectOf,
} from '#src/model/audit/audit-filter.ts'
import { instanceName } from '#src/model/instance/instance.ts'
import { nameOf } from '#src/model/volume/volume.ts'
import { nothing, type StandardColumns } from '#src/parts/table/standard-columns.tsx'
import { VolumeLink } from '#src/parts/VolumeLink.tsx'
import { statusWord, toneOf } from '#src/parts/words/status-words.ts'
import { StatusChip } from '#src/ui/chips/StatusChip.tsx'
import { ClippedText } from '#src/ui/table/ClippedText.tsx'
import type { Column } from '#src/ui/table/column.ts'
import type { ExportColumn } from '#src/ui/table/table-export.ts'

import {
  type AuditWords,
  instanceNameOf,
  novaText,
  rowNameOf,
  verdictTone,
  volumeNameOf,
} from './audit-words.ts'
import { AuditActions } from './AuditActions.tsx'
import { HowLong } from './HowLong.tsx'

/** The names of projects, by id. */
export type ProjectNames = ReadonlyMap<string, string>

/** What the columns need besides the row. */
export type ColumnContext = AuditWords & {
  projects: ProjectNames
  onOpen: (id: string) => void
}

function VolumeCell({ row, t }: { row: AuditRow; t: ColumnContext['t'] }) {
  const { volume, volumeId } = row
  if (volume) return <VolumeLink id={volumeId} name={nameOf(volume)} />
  return <ClippedText text={shortId(volumeId)} title={`${volumeId}: ${t('missingVolume')}`} />
}

function InstanceCell({ row, t }: { row: AuditRow; t: ColumnContext['t'] }) {
  const { instance, instanceId, about } = row
  if (about === 'volume') return t('none')
  if (instanceId === null) return t('aHost')
  if (instance) return <ClippedText text={instanceName(instance)} title={instanceId} />
  return <ClippedText text={shortId(instanceId)} title={`${instanceId}: ${t('missingInstance')}`} />
}

function StatusCell({ row, tVolumes, t }: { row: AuditRow } & AuditWords) {
  const status = cinderStatusOf(row)
  if (status === null) return t('none')
  // Cinder's attachments share the words of its volumes, but for this one.
  if (status === 'attached') return <ClippedText text={t('nova.attached')} />
  return <StatusChip tone={toneOf(status)} label={statusWord(tVolumes, status)} />
}

/** The columns of the Attachments table. */
export function auditColumns(
  columns: StandardColumns<AuditRow>,
  context: ColumnContext,
): Column<AuditRow>[] {
  const { t, projects, onOpen } = context
  return [
    {
      id: 'verdict',
      label: t('columns.verdict'),
      value: ({ verdict }) => verdict,
      cell: (row) => (
        <Link
          component="button"
          underline="hover"
          color="inherit"
          aria-label={`${t(`verdicts.${row.verdict}`)}: ${rowNameOf(t, row)}`}
          onClick={() => onOpen(row.id)}
          sx={{ font: 'inherit', minWidth: 0, minHeight: 24 }}
        >
          <StatusChip tone={verdictTone(row.verdict)} label={t(`verdicts.${row.verdict}`)} />
        </Link>
      ),
      compare: byVerdict,
      size: 172,
      hideable: false,
    },
    {
      ...columns.name(volumeNameOf, {
        label: t('columns.volume'),
        cell: (row) => <VolumeCell row={row} t={t} />,
        size: 120,
        grow: 2,
      }),
      id: 'volume',
    },
    columns.text('instance', t('columns.instance'), instanceNameOf, {
      cell: (row) => <InstanceCell row={row} t={t} />,
      size: 100,
      grow: 1,
    }),
    columns.text(
      'project',
      t('columns.project'),
      (row) => {
        const id = projectOf(row)
        return id === null ? null : (projects.get(id) ?? id)
      },
      { size: 84 },
    ),
    columns.text('host', t('columns.host'), hostOf, { size: 106 }),
    columns.text('cinder', t('columns.cinder'), cinderStatusOf, {
      cell: (row) => <StatusCell row={row} {...context} />,
      size: 136,
    }),
    columns.text('nova', t('columns.nova'), (row) => novaText(t, row), { size: 128 }),
    columns.time('since', t('columns.since'), ({ since }) => since, {
      exportLabel: t('columns.sinceUtc'),
      cell: ({ since }) => <HowLong since={since} />,
      compare: bySince,
      size: 108,
    }),
    columns.text('attachment', t('columns.attachment'), ({ attachment }) => attachment?.id, {
      cell: ({ attachment }) =>
        attachment ? <ClippedText text={shortId(attachment.id)} title={attachment.id} /> : nothing,
      size: 126,
    }),
    columns.actions((row) => <AuditActions row={row} />, { size: 72 }),
  ]
}

/** What is exported besides the columns: the whole ids, which the table shortens. */
export const exportedIds = (t: TFunction<'audit'>): ExportColumn<AuditRow>[] => [
  { id: 'volumeId', label: t('columns.volumeId'), value: ({ volumeId }) => volumeId },
  { id: 'instanceId', label: t('columns.instanceId'), value: ({ instanceId }) => instanceId },
]
