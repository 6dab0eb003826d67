import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { noVolumes, volumeIndex } from '#src/model/attach/held-volume.ts'
import { isAdministrator } from '#src/model/cloud/role.ts'
import {
  filterInstances,
  type InstanceWithVolumes,
  isFilteringInstances,
} from '#src/model/instance/instance-filter.ts'
import { type Instance, instanceName } from '#src/model/instance/instance.ts'
import { PanelTable } from '#src/parts/table/PanelTable.tsx'
import { useStandardColumns } from '#src/parts/table/standard-columns.tsx'
import { useAttachmentTasks, volumesAtWork } from '#src/queries/attach/attachment-work.ts'
import { instancesFlawsQuery, instancesQuery } from '#src/queries/attach/instances.ts'
import { useScope } from '#src/queries/session.ts'
import { useWatchChanging, volumesQuery } from '#src/queries/volumes/volumes.ts'
import { Page } from '#src/ui/page/Page.tsx'

import { instanceColumns } from './instance-columns.tsx'
import { InstanceFilters } from './InstanceFilters.tsx'
import { useInstancesDialog, useInstancesSearch } from './instances-navigation.ts'
import { InstancesDialogs } from './InstancesDialogs.tsx'

const idOf = ({ instance }: InstanceWithVolumes) => instance.id
const nameOfRow = ({ instance }: InstanceWithVolumes) => instanceName(instance)

/** The panel Instances: what holds volumes, and which. */
export function InstancesPage() {
  const { t } = useTranslation('instances')
  const scope = useScope()
  const { search, change } = useInstancesSearch()
  const { open } = useInstancesDialog()
  const list = useQuery(instancesQuery(scope))
  const flaws = useQuery(instancesFlawsQuery(scope)).data
  const volumes = useQuery(volumesQuery(scope))
  useWatchChanging(scope, volumes.data, volumesAtWork(useAttachmentTasks()))

  const administrator = isAdministrator(scope)
  const onOpen = useCallback((instance: Instance) => open('volumes', instance.id), [open])
  const standard = useStandardColumns<InstanceWithVolumes>()
  const columns = useMemo(
    () => instanceColumns(standard, t, { administrator, onOpen }),
    [standard, t, administrator, onOpen],
  )
  const { byInstance } = volumes.data ? volumeIndex(volumes.data) : noVolumes
  const rows = useMemo(
    () =>
      [...(list.data?.values() ?? [])].map((instance) => ({
        instance,
        volumes: byInstance.get(instance.id) ?? [],
      })),
    [list.data, byInstance],
  )
  const { q: text, status, holds: volume, sharing } = search
  const filter = { text, status, volume, sharing }
  const filtering = isFilteringInstances(filter)
  return (
    <Page title={t('title')}>
      <PanelTable
        label={t('title')}
        search={search}
        change={change}
        rows={filterInstances(rows, filter)}
        total={list.data?.size}
        columns={columns}
        rowId={idOf}
        rowName={nameOfRow}
        filters={
          <InstanceFilters
            search={search}
            statuses={[...new Set(rows.map(({ instance }) => instance.status))].toSorted()}
            isFiltering={filtering}
            onChange={change}
          />
        }
        filtering={filtering}
        list={{ title: t('failed.list'), error: list.error, retry: () => void list.refetch() }}
        besides={{
          title: t('failed.volumes'),
          error: volumes.error,
          retry: () => void volumes.refetch(),
        }}
        flaws={[flaws, volumes.data?.flaws]}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
        noMatch={{ title: t('empty.filteredTitle'), text: t('empty.filteredText') }}
        stillReading={volumes.data?.complete === false ? t('loadingVolumes') : undefined}
      />
      <InstancesDialogs search={search} instances={list.data} />
    </Page>
  )
}
