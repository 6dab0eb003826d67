import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { flawsOf } from '#src/model/listed.ts'
import { mayOnlyRead } from '#src/model/role.ts'
import { filterSnapshots } from '#src/model/snapshot-filter.ts'
import { type Snapshot, snapshotNameOf } from '#src/model/snapshot.ts'
import { noticeOf } from '#src/openstack/error-notice.ts'
import { ListFlaws } from '#src/parts/ListFlaws.tsx'
import {
  hiddenIn,
  sortingIn,
  sortingText,
  widthsIn,
  widthsInText,
} from '#src/parts/table-address.ts'
import { useVolumeNames } from '#src/parts/volume-names.ts'
import { useSession } from '#src/queries/session.ts'
import { snapshotsQuery, useWatchChangingSnapshots } from '#src/queries/snapshots.ts'
import { ColumnsMenu } from '#src/ui/ColumnsMenu.tsx'
import { DataTable } from '#src/ui/DataTable.tsx'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { ErrorNotice } from '#src/ui/ErrorNotice.tsx'
import { count } from '#src/ui/formats.ts'
import { PageFrame } from '#src/ui/PageFrame.tsx'
import { ReasonedButton } from '#src/ui/ReasonedButton.tsx'
import { TableCount } from '#src/ui/TableCount.tsx'
import { TableFrame } from '#src/ui/TableFrame.tsx'

import { snapshotColumns } from './snapshotColumns.tsx'
import { SnapshotFilters } from './SnapshotFilters.tsx'
import { useSnapshotsDialog, useSnapshotsSearch } from './snapshots-navigation.ts'
import { SnapshotsDialogs } from './SnapshotsDialogs.tsx'

const none: readonly Snapshot[] = []
const idOf = ({ id }: Snapshot) => id

/** The panel Snapshots. */
export function SnapshotsPage() {
  const { t, i18n } = useTranslation('snapshots')
  const session = useSession()
  const { search, change } = useSnapshotsSearch()
  const { open } = useSnapshotsDialog()
  const list = useQuery(snapshotsQuery(session))
  const flaws = useQuery({ ...snapshotsQuery(session), select: flawsOf }).data
  const { names, error: namesError, retry } = useVolumeNames()
  useWatchChangingSnapshots(session, list.data)

  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const snapshots = list.data ?? none
  const filter = { text: search.q, status: search.status, volumeId: search.of }
  const filtering = Object.values(filter).some((value) => value !== undefined)
  const shown = filterSnapshots(snapshots, filter, names)
  const columns = useMemo(() => snapshotColumns(t, i18n.language, names), [t, i18n.language, names])
  const statuses = [...new Set(snapshots.map(({ status }) => status))].toSorted()
  const chosen = snapshots.filter(({ id }) => selected.has(id))
  const readOnly = mayOnlyRead(session)
  const cannotDelete = () => {
    if (readOnly) return t('obstacles.readOnlyRole')
    return chosen.length === 0 ? t('obstacles.nothingSelected') : undefined
  }
  return (
    <PageFrame>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography variant="h5" component="h1" sx={{ flex: 1 }}>
          {t('title')}
        </Typography>
        <ReasonedButton
          color="error"
          variant="outlined"
          obstacle={cannotDelete()}
          onClick={() => open('delete')}
        >
          {t('actions.deleteMany')}
        </ReasonedButton>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
        <Box sx={{ flex: 1, minWidth: 240 }}>
          <SnapshotFilters search={search} statuses={statuses} names={names} onChange={change} />
        </Box>
        <ColumnsMenu
          columns={columns}
          hidden={hiddenIn(search.hide)}
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
      {namesError && !list.error && (
        <ErrorNotice
          severity="warning"
          title={t('failed.names')}
          {...noticeOf(namesError)}
          onRetry={retry}
        />
      )}
      <ListFlaws of={[flaws]} />
      <TableFrame shown={!list.error || list.data !== undefined}>
        <DataTable
          label={t('title')}
          rows={shown}
          columns={columns}
          rowId={idOf}
          rowName={snapshotNameOf}
          sorting={sortingIn(search.sort, (id) =>
            columns.some((column) => column.id === id && column.compare !== undefined),
          )}
          onSortingChange={(sorting) => change({ sort: sortingText(sorting) })}
          hidden={hiddenIn(search.hide)}
          widths={widthsIn(search.widths)}
          onWidthsChange={(widths) => change({ widths: widthsInText(widths) })}
          selected={selected}
          onSelectedChange={setSelected}
          loading={list.data === undefined && !list.error}
          empty={
            filtering ? (
              <EmptyState title={t('empty.filteredTitle')} text={t('empty.filteredText')} />
            ) : (
              <EmptyState
                title={t('empty.title')}
                text={t('empty.text')}
                action={
                  <Button component={Link} to="/project/volumes">
                    {t('empty.toVolumes')}
                  </Button>
                }
              />
            )
          }
        />
        {list.data && (
          <TableCount>
            {shown.length === snapshots.length
              ? t('displaying', { count: snapshots.length })
              : t('displayingOf', {
                  shown: count(shown.length, i18n.language),
                  count: snapshots.length,
                })}
          </TableCount>
        )}
      </TableFrame>
      <SnapshotsDialogs
        dialog={search.dialog}
        snapshot={snapshots.find(({ id }) => id === search.snapshot)}
        chosen={search.snapshot === undefined ? chosen : none}
        onDeleted={(id) => setSelected((now) => new Set([...now].filter((one) => one !== id)))}
      />
    </PageFrame>
  )
}
