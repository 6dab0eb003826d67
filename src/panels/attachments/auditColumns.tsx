import Link from '@mui/material/Link'

import type { AuditRow } from '#src/model/attachment-audit.ts'
import { auditOrders, cinderStatusOf, hostOf, projectOf } from '#src/model/audit-filter.ts'
import { shortId } from '#src/model/holder.ts'
import { instanceName } from '#src/model/instance.ts'
import { nameOf } from '#src/model/volume.ts'
import { statusWord, toneOf } from '#src/parts/status-words.ts'
import { VolumeLink } from '#src/parts/VolumeLink.tsx'
import { ClippedText } from '#src/ui/ClippedText.tsx'
import type { DataColumn } from '#src/ui/data-column.ts'
import { StatusChip } from '#src/ui/StatusChip.tsx'

import { type AuditWords, novaText, rowNameOf, verdictTone } from './audit-words.ts'
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
export function auditColumns(context: ColumnContext): DataColumn<AuditRow>[] {
  const { t, projects, onOpen } = context
  const projectName = (row: AuditRow) => {
    const id = projectOf(row)
    return id === null ? t('none') : (projects.get(id) ?? id)
  }
  return [
    {
      id: 'verdict',
      label: t('columns.verdict'),
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
      compare: auditOrders.verdict,
      size: 172,
      hideable: false,
    },
    {
      id: 'volume',
      label: t('columns.volume'),
      cell: (row) => <VolumeCell row={row} t={t} />,
      compare: auditOrders.volume,
      size: 120,
      grow: 2,
      hideable: false,
      isName: true,
    },
    {
      id: 'instance',
      label: t('columns.instance'),
      cell: (row) => <InstanceCell row={row} t={t} />,
      compare: auditOrders.instance,
      size: 100,
      grow: 1,
    },
    {
      id: 'project',
      label: t('columns.project'),
      cell: (row) => projectName(row),
      compare: (a, b) => projectName(a).localeCompare(projectName(b)),
      size: 84,
    },
    {
      id: 'host',
      label: t('columns.host'),
      cell: (row) => hostOf(row) ?? t('none'),
      compare: auditOrders.host,
      size: 106,
    },
    {
      id: 'cinder',
      label: t('columns.cinder'),
      cell: (row) => <StatusCell row={row} {...context} />,
      compare: auditOrders.cinder,
      size: 136,
    },
    {
      id: 'nova',
      label: t('columns.nova'),
      cell: (row) => novaText(t, row),
      compare: auditOrders.nova,
      size: 128,
    },
    {
      id: 'since',
      label: t('columns.since'),
      cell: ({ since }) => <HowLong since={since} />,
      compare: auditOrders.since,
      size: 108,
    },
    {
      id: 'attachment',
      label: t('columns.attachment'),
      cell: ({ attachment }) =>
        attachment ? (
          <ClippedText text={shortId(attachment.id)} title={attachment.id} />
        ) : (
          t('none')
        ),
      compare: auditOrders.attachment,
      size: 126,
    },
    {
      id: 'actions',
      label: t('columns.actions'),
      cell: (row) => <AuditActions row={row} />,
      size: 72,
      staysAtEnd: true,
      hideable: false,
    },
  ]
}
