import Button from '@mui/material/Button'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { mayOnlyRead } from '#src/model/cloud/role.ts'
import { nameOf, type Volume } from '#src/model/volume/volume.ts'
import { dialogsAhead } from '#src/panels/volumes/menu/dialogs.ts'
import { TableDialog } from '#src/panels/volumes/menu/OpenDialog.tsx'
import { useVolumesDialog, useVolumesSearch } from '#src/panels/volumes/volumes-navigation.ts'
import { PanelTable } from '#src/parts/table/PanelTable.tsx'
import { useStandardColumns } from '#src/parts/table/standard-columns.tsx'
import { useKnownInstances } from '#src/parts/use-known-instances.ts'
import { useAttachmentTasks, volumesAtWork } from '#src/queries/attach/attachment-work.ts'
import { instancesFlawsQuery, instancesQuery } from '#src/queries/attach/instances.ts'
import { useScope } from '#src/queries/session.ts'
import { backupServiceQuery } from '#src/queries/volumes/backups.ts'
import { useWatchChanging, volumesQuery } from '#src/queries/volumes/volumes.ts'
import { atFirstSign } from '#src/ui/on-first-input.ts'
import { PageFrame } from '#src/ui/page/PageFrame.tsx'
import { prepareRows } from '#src/ui/table/prepare-rows.ts'
import { useKeptSelection } from '#src/ui/table/use-kept-selection.ts'
import { useChosen, useSelection } from '#src/ui/table/use-selection.ts'

import { SelectionNote } from './SelectionNote.tsx'
import { useGroupsOf } from './use-groups.ts'
import { useOwnersOf } from './use-owners.ts'
import { useShownVolumes } from './use-shown-volumes.ts'
import { useStillReading } from './use-still-reading.ts'
import { exportedBesides, volumeColumns } from './volume-columns.tsx'
import { VolumeFilters } from './VolumeFilters.tsx'
import { usuallyHidden } from './volumes-view.ts'
import { VolumesHead } from './VolumesHead.tsx'

const none: readonly Volume[] = []
const noIds: ReadonlySet<string> = new Set()
const idOf = ({ id }: Volume) => id

/** The panel Volumes, of the session's project or, below `/admin`, of all. */
export function VolumesPage() {
  const { t, i18n } = useTranslation('volumes')
  const scope = useScope()
  const { allProjects = false } = scope
  const { search, change } = useVolumesSearch()
  const { open } = useVolumesDialog()
  const list = useQuery(volumesQuery(scope))
  const names = useQuery(instancesQuery(scope))
  const namesFlaws = useQuery(instancesFlawsQuery(scope)).data
  const instances = useKnownInstances()
  useWatchChanging(scope, list.data, volumesAtWork(useAttachmentTasks()))

  useEffect(() => atFirstSign(dialogsAhead), [])
  useEffect(() => prepareRows(i18n.language), [i18n.language])

  const volumes = list.data?.volumes ?? none
  const place = allProjects ? 'all' : scope.project.id
  const kept = useKeptSelection(['volumes', scope.user.id, place, scope.region].join(' '))
  const { chosen, unselect, ...selection } = useSelection(volumes, kept)
  const { projects, owners, hosts } = useOwnersOf(volumes)
  const { wanted, shown, filtering } = useShownVolumes(volumes, search, instances, projects)
  const { groups, grouping } = useGroupsOf(volumes)
  const narrow = useMediaQuery('(max-width:600px)')
  const standard = useStandardColumns<Volume>()
  const columns = useMemo(
    () => volumeColumns(standard, { t, groups, instances, onOpen: open, projects, narrow }),
    [standard, t, groups, instances, open, projects, narrow],
  )
  const statuses = useMemo(
    () => [...new Set(volumes.map(({ status }) => status))].toSorted(),
    [volumes],
  )
  const seen = useChosen(shown, selection.selected)
  const stillReading = useStillReading(list.data)
  const readOnly = mayOnlyRead(scope)
  // Known before a menu is opened, whose lines depend on it.
  useQuery({ ...backupServiceQuery(scope), enabled: !readOnly })

  return (
    <PageFrame>
      <VolumesHead readOnly={readOnly} selectedCount={chosen.length} />
      <PanelTable
        label={t('title')}
        search={search}
        change={change}
        rows={shown}
        total={list.data?.volumes.length}
        columns={columns}
        rowId={idOf}
        rowName={nameOf}
        usuallyHidden={usuallyHidden(allProjects)}
        filters={
          <VolumeFilters
            filter={wanted}
            statuses={statuses}
            groups={grouping}
            owners={owners}
            hosts={hosts}
            onChange={change}
          />
        }
        filtering={filtering}
        list={{ title: t('failed.list'), error: list.error, retry: () => void list.refetch() }}
        besides={{
          title: t('failed.names'),
          error: names.error,
          retry: () => void names.refetch(),
        }}
        flaws={[list.data?.flaws, namesFlaws]}
        empty={{
          title: t('empty.title'),
          text: t('empty.text'),
          action: !readOnly && (
            <Button onClick={() => open('create')}>{t('actions.create')}</Button>
          ),
        }}
        noMatch={{
          title: t('empty.filteredTitle'),
          text: t(allProjects ? 'empty.filteredTextAll' : 'empty.filteredText'),
        }}
        {...selection}
        stillReading={stillReading}
        besideCount={
          <SelectionNote
            selected={chosen.length}
            hidden={chosen.length - seen.length}
            onClear={() => selection.onSelectedChange(noIds)}
          />
        }
        exportedAs={{
          fileName: `volumes-${allProjects ? t('allProjects') : scope.project.name}`,
          besides: exportedBesides(t),
        }}
      />
      <TableDialog search={search} volumes={volumes} chosen={chosen} onDeleted={unselect} />
    </PageFrame>
  )
}
