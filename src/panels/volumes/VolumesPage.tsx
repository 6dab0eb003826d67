import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { mayOnlyRead } from '#src/model/role.ts'
import type { VolumeOrder } from '#src/model/volume-filter.ts'
import { nameOf, type Volume } from '#src/model/volume.ts'
import { noticeOf } from '#src/openstack/error-notice.ts'
import { useKnownInstances } from '#src/parts/known-instances.ts'
import { ListFlaws } from '#src/parts/ListFlaws.tsx'
import { useAttachmentTasks, volumesAtWork } from '#src/queries/attachment-work.ts'
import { backupServiceQuery } from '#src/queries/backups.ts'
import { instancesFlawsQuery, instancesQuery } from '#src/queries/instances.ts'
import { useSession } from '#src/queries/session.ts'
import { useWatchChanging, volumesQuery } from '#src/queries/volumes.ts'
import { atFirstSign } from '#src/ui/at-first-sign.ts'
import { ColumnsMenu } from '#src/ui/ColumnsMenu.tsx'
import type { TableSorting } from '#src/ui/data-column.ts'
import { DataTable } from '#src/ui/DataTable.tsx'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { ErrorNotice } from '#src/ui/ErrorNotice.tsx'
import { useKeptSelection } from '#src/ui/kept-selection.ts'
import { PageFrame } from '#src/ui/PageFrame.tsx'
import { prepareRows } from '#src/ui/prepare-rows.ts'
import { TableFrame } from '#src/ui/TableFrame.tsx'

import { ExportMenu } from './ExportMenu.tsx'
import { useGroupsOf } from './groups-of.ts'
import { ListCount } from './ListCount.tsx'
import { useOwnersOf } from './owners-of.ts'
import { dialogsAhead } from './panel-dialogs.ts'
import { SelectionNote } from './SelectionNote.tsx'
import { useChosen, useShownVolumes } from './shown-volumes.ts'
import { exportColumns, inTableOrder } from './volume-export.ts'
import { volumeColumns } from './volumeColumns.tsx'
import { VolumeFilters } from './VolumeFilters.tsx'
import { useVolumesDialog, useVolumesSearch } from './volumes-navigation.ts'
import { hiddenOf, hideText, sortingOf, sortText, widthsOf, widthsText } from './volumes-view.ts'
import { VolumesDialogs } from './VolumesDialogs.tsx'
import { VolumesHead } from './VolumesHead.tsx'

const none: readonly Volume[] = []
const idOf = ({ id }: Volume) => id
const isOrder = (id: string): id is VolumeOrder => id !== 'actions'

/** The panel Volumes, of the session's project or, below `/admin`, of all. */
export function VolumesPage() {
  const { t, i18n } = useTranslation('volumes')
  const session = useSession()
  const { allProjects = false } = session
  const { search, change } = useVolumesSearch()
  const { open: openDialog } = useVolumesDialog()
  const list = useQuery(volumesQuery(session))
  const names = useQuery(instancesQuery(session))
  const namesFlaws = useQuery(instancesFlawsQuery(session)).data
  const instances = useKnownInstances()
  useWatchChanging(session, list.data, volumesAtWork(useAttachmentTasks()))

  useEffect(() => atFirstSign(dialogsAhead), [])
  useEffect(() => prepareRows(i18n.language), [i18n.language])

  const [selected, setSelected] = useKeptSelection(
    ['volumes', session.user.id, allProjects ? 'all' : session.project.id, session.region].join(
      ' ',
    ),
  )
  const volumes = list.data?.volumes ?? none
  const { projects, owners, hosts } = useOwnersOf(volumes)
  const { wanted, shown, filtering } = useShownVolumes(volumes, search, instances, projects)
  const sorting = sortingOf(search)
  const tableSorting = sorting && { id: sorting.by, descending: sorting.descending }
  const { groups, grouping } = useGroupsOf(volumes)
  const hidden = hiddenOf(search, allProjects)
  const narrow = useMediaQuery('(max-width:600px)')
  const columns = useMemo(
    () =>
      volumeColumns({
        t,
        language: i18n.language,
        groups,
        instances,
        onOpen: openDialog,
        projects,
        narrow,
      }),
    [t, i18n.language, groups, instances, openDialog, projects, narrow],
  )
  const statuses = useMemo(
    () => [...new Set(volumes.map(({ status }) => status))].toSorted(),
    [volumes],
  )
  const chosen = useChosen(volumes, selected)
  const seen = useChosen(shown, selected)
  const readOnly = mayOnlyRead(session)
  // Known before a menu is opened, whose lines depend on it.
  useQuery({ ...backupServiceQuery(session), enabled: !readOnly })
  const sort = (next: TableSorting | undefined) =>
    change({
      sort:
        next && isOrder(next.id)
          ? sortText({ by: next.id, descending: next.descending })
          : undefined,
    })

  return (
    <PageFrame>
      <VolumesHead readOnly={readOnly} selectedCount={chosen.length} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
        <Box sx={{ flex: 1, minWidth: 240 }}>
          <VolumeFilters
            filter={wanted}
            statuses={statuses}
            groups={grouping}
            owners={owners}
            hosts={hosts}
            onChange={change}
          />
        </Box>
        <ColumnsMenu
          columns={columns}
          hidden={hidden}
          onHiddenChange={(ids) => change({ hide: hideText(ids, allProjects) })}
          onReset={() => change({ hide: undefined, widths: undefined })}
        />
        <ExportMenu
          project={allProjects ? t('allProjects') : session.project.name}
          contents={() => ({
            columns: exportColumns(t, columns, hidden, { instances, groups, projects }),
            rows: inTableOrder(shown, columns, tableSorting),
          })}
        />
      </Box>
      {list.error && (
        <ErrorNotice
          title={t('failed.list')}
          {...noticeOf(list.error)}
          onRetry={() => void list.refetch()}
        />
      )}
      {names.error && !list.error && (
        <ErrorNotice
          severity="warning"
          title={t('failed.names')}
          {...noticeOf(names.error)}
          onRetry={() => void names.refetch()}
        />
      )}
      <ListFlaws of={[list.data?.flaws, namesFlaws]} />
      <TableFrame shown={!list.error || list.data !== undefined}>
        <DataTable
          label={t('title')}
          rows={shown}
          columns={columns}
          rowId={idOf}
          rowName={nameOf}
          sorting={tableSorting}
          onSortingChange={sort}
          hidden={hidden}
          widths={widthsOf(search)}
          onWidthsChange={(widths) => change({ widths: widthsText(widths) })}
          selected={selected}
          onSelectedChange={setSelected}
          loading={list.data === undefined && !list.error}
          empty={
            filtering ? (
              <EmptyState
                title={t('empty.filteredTitle')}
                text={t(allProjects ? 'empty.filteredTextAll' : 'empty.filteredText')}
              />
            ) : (
              <EmptyState
                title={t('empty.title')}
                text={t('empty.text')}
                action={
                  !readOnly && (
                    <Button onClick={() => openDialog('create')}>{t('actions.create')}</Button>
                  )
                }
              />
            )
          }
        />
        <ListCount
          list={list.data}
          shown={shown.length}
          beside={
            <SelectionNote
              selected={chosen.length}
              hidden={chosen.length - seen.length}
              onClear={() => setSelected(new Set())}
            />
          }
        />
      </TableFrame>
      <VolumesDialogs
        search={search}
        volumes={volumes}
        chosen={chosen}
        onDeleted={(gone) => setSelected((now) => new Set([...now].filter((id) => id !== gone)))}
      />
    </PageFrame>
  )
}
