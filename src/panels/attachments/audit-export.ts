import type { TFunction } from 'i18next'

import type { AuditRow } from '#src/model/attachment-audit.ts'
import { cinderStatusOf, hostOf, projectOf } from '#src/model/audit-filter.ts'
import type { ExportColumn } from '#src/ui/table-export.ts'

import { instanceNameOf, novaText, volumeNameOf } from './audit-words.ts'
import type { ProjectNames } from './auditColumns.tsx'

/** What is saved of a row: also the whole ids, which the table shortens; times in UTC. */
export const auditExportColumns = (
  t: TFunction<'audit'>,
  projects: ProjectNames,
): ExportColumn<AuditRow>[] => [
  { id: 'verdict', label: t('columns.verdict'), value: ({ verdict }) => verdict },
  { id: 'volume', label: t('columns.volume'), value: volumeNameOf },
  { id: 'volumeId', label: t('columns.volumeId'), value: ({ volumeId }) => volumeId },
  { id: 'instance', label: t('columns.instance'), value: instanceNameOf },
  { id: 'instanceId', label: t('columns.instanceId'), value: ({ instanceId }) => instanceId },
  {
    id: 'project',
    label: t('columns.project'),
    value: (row) => {
      const id = projectOf(row)
      return id === null ? null : (projects.get(id) ?? id)
    },
  },
  { id: 'host', label: t('columns.host'), value: hostOf },
  { id: 'cinder', label: t('columns.cinder'), value: cinderStatusOf },
  { id: 'nova', label: t('columns.nova'), value: (row) => novaText(t, row) },
  {
    id: 'since',
    label: t('columns.sinceUtc'),
    value: ({ since }) => (since === null ? null : new Date(since).toISOString()),
  },
  {
    id: 'attachment',
    label: t('columns.attachment'),
    value: ({ attachment }) => attachment?.id ?? null,
  },
]
