import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { noVolumes, volumeIndex } from '#src/model/held-volume.ts'
import {
  filterInstances,
  instanceOrders,
  type InstanceWithVolumes,
  isFilteringInstances,
} from '#src/model/instance-filter.ts'
import { type Instance, instanceName } from '#src/model/instance.ts'
import { isAdministrator } from '#src/model/role.ts'
import { noticeOf } from '#src/openstack/error-notice.ts'
import { ListFlaws } from '#src/parts/ListFlaws.tsx'
import {
  hiddenIn,
  sortingIn,
  sortingText,
  widthsIn,
  widthsInText,
} from '#src/parts/table-address.ts'
import { useAttachmentTasks, volumesAtWork } from '#src/queries/attachment-work.ts'
import { instancesFlawsQuery, instancesQuery } from '#src/queries/instances.ts'
import { useSession } from '#src/queries/session.ts'
import { useWatchChanging, volumesQuery } from '#src/queries/volumes.ts'
import { ColumnsMenu } from '#src/ui/ColumnsMenu.tsx'
import { DataTable } from '#src/ui/DataTable.tsx'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { ErrorNotice } from '#src/ui/ErrorNotice.tsx'
import { count } from '#src/ui/formats.ts'
import { PageFrame } from '#src/ui/PageFrame.tsx'
import { TableCount } from '#src/ui/TableCount.tsx'
import { TableFrame } from '#src/ui/TableFrame.tsx'

import { instanceColumns } from './instanceColumns.tsx'
import { InstanceFilters } from './InstanceFilters.tsx'
import { useInstancesDialog, useInstancesSearch } from './instances-navigation.ts'
import { InstancesDialogs } from './InstancesDialogs.tsx'

const idOf = ({ instance }: InstanceWithVolumes) => instance.id
const nameOfRow = ({ instance }: InstanceWithVolumes) => instanceName(instance)
const canOrder = (id: string) => id in instanceOrders

/** The panel Instances: what holds volumes, and which. */
export function InstancesPage() {
  const { t, i18n } = useTranslation('instances')
  const session = useSession()
  const { search, change } = useInstancesSearch()
  const { open } = useInstancesDialog()
  const list = useQuery(instancesQuery(session))
  const flaws = useQuery(instancesFlawsQuery(session)).data
  const volumes = useQuery(volumesQuery(session))
  useWatchChanging(session, volumes.data, volumesAtWork(useAttachmentTasks()))

  const administrator = isAdministrator(session)
  const openVolumes = useCallback((instance: Instance) => open('volumes', instance.id), [open])
  const columns = useMemo(
    () => instanceColumns(t, { administrator, onOpen: openVolumes }),
    [t, administrator, openVolumes],
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
  const statuses = [...new Set(rows.map(({ instance }) => instance.status))].toSorted()
  const filter = {
    text: search.q,
    status: search.status,
    volume: search.holds,
    sharing: search.sharing,
  }
  const filtering = isFilteringInstances(filter)
  const shown = filterInstances(rows, filter)
  const hidden = hiddenIn(search.hide)

  return (
    <PageFrame>
      <Typography variant="h5" component="h1">
        {t('title')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
        <Box sx={{ flex: 1, minWidth: 240 }}>
          <InstanceFilters
            search={search}
            statuses={statuses}
            isFiltering={filtering}
            onChange={change}
          />
        </Box>
        <ColumnsMenu
          columns={columns}
          hidden={hidden}
          onHiddenChange={(ids) => change({ hide: ids.join(',') || undefined })}
          onReset={() => change({ hide: undefined, widths: undefined })}
        />
      </Box>
      {list.error && (
        <ErrorNotice
          title={t('failed.list')}
          {...noticeOf(list.error)}
          onRetry={() => void list.refetch()}
        />
      )}
      {volumes.error && !list.error && (
        <ErrorNotice
          severity="warning"
          title={t('failed.volumes')}
          {...noticeOf(volumes.error)}
          onRetry={() => void volumes.refetch()}
        />
      )}
      <ListFlaws of={[flaws, volumes.data?.flaws]} />
      <TableFrame shown={!list.error || list.data !== undefined}>
        <DataTable
          label={t('title')}
          rows={shown}
          columns={columns}
          rowId={idOf}
          rowName={nameOfRow}
          sorting={sortingIn(search.sort, canOrder)}
          onSortingChange={(sorting) => change({ sort: sortingText(sorting) })}
          hidden={hidden}
          widths={widthsIn(search.widths)}
          onWidthsChange={(widths) => change({ widths: widthsInText(widths) })}
          loading={list.data === undefined && !list.error}
          empty={
            <EmptyState
              title={t(filtering ? 'empty.filteredTitle' : 'empty.title')}
              text={t(filtering ? 'empty.filteredText' : 'empty.text')}
            />
          }
        />
        {list.data && (
          <TableCount>
            {shown.length === rows.length
              ? t('displaying', { count: rows.length })
              : t('displayingOf', {
                  shown: count(shown.length, i18n.language),
                  count: rows.length,
                })}
            {volumes.data?.complete === false && ` · ${t('loadingVolumes')}`}
          </TableCount>
        )}
      </TableFrame>
      <InstancesDialogs search={search} instances={list.data} />
    </PageFrame>
  )
}
