import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { flawsOf } from '#src/model/cloud/listed.ts'
import { mayOnlyRead } from '#src/model/cloud/role.ts'
import { filterSnapshots } from '#src/model/snapshot/snapshot-filter.ts'
import { type Snapshot, snapshotNameOf } from '#src/model/snapshot/snapshot.ts'
import { PanelTable } from '#src/parts/table/PanelTable.tsx'
import { useStandardColumns } from '#src/parts/table/standard-columns.tsx'
import { useScope } from '#src/queries/session.ts'
import { snapshotsQuery, useWatchChangingSnapshots } from '#src/queries/volumes/snapshots.ts'
import { ReasonedButton } from '#src/ui/form/ReasonedButton.tsx'
import { Page } from '#src/ui/page/Page.tsx'
import { useSelection } from '#src/ui/table/use-selection.ts'

import { snapshotColumns } from './snapshot-columns.tsx'
import { SnapshotFilters } from './SnapshotFilters.tsx'
import { useSnapshotsDialog, useSnapshotsSearch } from './snapshots-navigation.ts'
import { SnapshotsDialogs } from './SnapshotsDialogs.tsx'
import { useVolumeNames } from './use-volume-names.ts'

const none: readonly Snapshot[] = []
const idOf = ({ id }: Snapshot) => id

/** The panel Snapshots. */
export function SnapshotsPage() {
  const { t } = useTranslation('snapshots')
  const scope = useScope()
  const { search, change } = useSnapshotsSearch()
  const { open } = useSnapshotsDialog()
  const list = useQuery(snapshotsQuery(scope))
  const flaws = useQuery({ ...snapshotsQuery(scope), select: flawsOf }).data
  const { names, error: namesError, retry: retryNames } = useVolumeNames()
  useWatchChangingSnapshots(scope, list.data)

  const snapshots = list.data ?? none
  const filter = { text: search.q, status: search.status, volumeId: search.of }
  const standard = useStandardColumns<Snapshot>()
  const columns = useMemo(() => snapshotColumns(standard, t, names), [standard, t, names])
  const { chosen, unselect, ...selection } = useSelection(snapshots)
  const nothingSelected = chosen.length === 0 ? t('obstacles.nothingSelected') : undefined
  return (
    <Page
      title={t('title')}
      actions={
        <ReasonedButton
          color="error"
          variant="outlined"
          obstacle={mayOnlyRead(scope) ? t('obstacles.readOnlyRole') : nothingSelected}
          onClick={() => open('delete')}
        >
          {t('actions.deleteMany')}
        </ReasonedButton>
      }
    >
      <PanelTable
        label={t('title')}
        search={search}
        change={change}
        rows={filterSnapshots(snapshots, filter, names)}
        total={list.data?.length}
        columns={columns}
        rowId={idOf}
        rowName={snapshotNameOf}
        filters={
          <SnapshotFilters
            search={search}
            statuses={[...new Set(snapshots.map(({ status }) => status))].toSorted()}
            names={names}
            onChange={change}
          />
        }
        filtering={Object.values(filter).some((value) => value !== undefined)}
        list={{ title: t('failed.list'), error: list.error, retry: () => void list.refetch() }}
        besides={{ title: t('failed.names'), error: namesError, retry: retryNames }}
        flaws={[flaws]}
        empty={{
          title: t('empty.title'),
          text: t('empty.text'),
          action: (
            <Button component={Link} to="/project/volumes">
              {t('empty.toVolumes')}
            </Button>
          ),
        }}
        noMatch={{ title: t('empty.filteredTitle'), text: t('empty.filteredText') }}
        {...selection}
      />
      <SnapshotsDialogs
        dialog={search.dialog}
        snapshot={snapshots.find(({ id }) => id === search.snapshot)}
        chosen={search.snapshot === undefined ? chosen : none}
        onDeleted={unselect}
      />
    </Page>
  )
}
