import type { TFunction } from 'i18next'

import { holdersOf, type KnownInstances } from '#src/model/holder.ts'
import { projectNameOf, type ProjectNames } from '#src/model/volume-filter.ts'
import { groupNameOf, type KnownGroups } from '#src/model/volume-group.ts'
import { nameOf, type Volume } from '#src/model/volume.ts'
import type { DataColumn, TableSorting } from '#src/ui/data-column.ts'
import type { CellValue, ExportColumn } from '#src/ui/table-export.ts'

/** What the cells say in a file: values instead of drawings, times in UTC, sizes in GiB. */
const values = (
  t: TFunction<'volumes'>,
  instances: KnownInstances,
  groups: KnownGroups,
  projects: ProjectNames | undefined,
): Record<string, (volume: Volume) => CellValue> => ({
  project: (volume) => projectNameOf(volume, projects) || null,
  host: ({ host }) => host,
  name: nameOf,
  size: ({ sizeGiB }) => sizeGiB,
  status: ({ status }) => status,
  group: ({ groupId }) => groupNameOf(groupId, groups) || null,
  type: ({ typeName }) => typeName,
  attachedTo: (volume) =>
    holdersOf(volume, instances).map(({ name, device }) =>
      device === null ? name : t('export.on', { device, instance: name }),
    ),
  availabilityZone: ({ availabilityZone }) => availabilityZone,
  bootable: ({ bootable }) => bootable,
  encrypted: ({ encrypted }) => encrypted,
  shareable: ({ shareable }) => shareable,
  created: ({ createdAt }) => (createdAt === null ? null : new Date(createdAt).toISOString()),
})

/** The columns that are shown, as they are exported, and what the table has no column for: the description, and the id. */
export function exportColumns(
  t: TFunction<'volumes'>,
  columns: readonly DataColumn<Volume>[],
  hidden: readonly string[],
  {
    instances,
    groups,
    projects,
  }: { instances: KnownInstances; groups: KnownGroups; projects?: ProjectNames | undefined },
): ExportColumn<Volume>[] {
  const byId = values(t, instances, groups, projects)
  const shown = columns.flatMap(({ id, label }) => {
    const value = byId[id]
    if (value === undefined || hidden.includes(id)) return []
    return [{ id, label: id === 'size' ? t('export.size') : label, value }]
  })
  return [
    ...shown,
    { id: 'description', label: t('export.description'), value: ({ description }) => description },
    { id: 'id', label: t('export.id'), value: ({ id }) => id },
  ]
}

/** The rows in the order in which the table has them. */
export function inTableOrder(
  volumes: readonly Volume[],
  columns: readonly DataColumn<Volume>[],
  sorting: TableSorting | undefined,
): readonly Volume[] {
  const compare = columns.find(({ id }) => id === sorting?.id)?.compare
  if (compare === undefined) return volumes
  return volumes.toSorted((a, b) => (sorting?.descending ? compare(b, a) : compare(a, b)))
}
