import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { type Snapshot, snapshotNameOf } from '#src/model/snapshot/snapshot.ts'
import { ApiError } from '#src/openstack/http/api-error.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { useScope } from '#src/queries/session.ts'
import { snapshotQuery } from '#src/queries/volumes/snapshots.ts'
import { EmptyState } from '#src/ui/page/EmptyState.tsx'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'
import { PageLink } from '#src/ui/page/PageLink.tsx'

import { SnapshotActions } from './SnapshotActions.tsx'
import { SnapshotFacts } from './SnapshotFacts.tsx'
import { snapshotsPath, useSnapshotsSearch } from './snapshots-navigation.ts'
import { SnapshotsDialogs } from './SnapshotsDialogs.tsx'
import { SnapshotStatusCell } from './SnapshotStatusCell.tsx'

const route = getRouteApi('/project/snapshots/$snapshotId')

/** The page of one snapshot. */
export function SnapshotDetailsPage() {
  const { t } = useTranslation('snapshots')
  const { snapshotId } = route.useParams()
  const { search } = useSnapshotsSearch()
  const { data, error, refetch } = useQuery(snapshotQuery(useScope(), snapshotId))
  const gone = error instanceof ApiError && error.kind === 'not-found'
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, minWidth: 0 }}>
      <title>{`${data && !gone ? snapshotNameOf(data) : snapshotId} · Mooring`}</title>
      {gone && (
        <EmptyState
          title={t('details.gone')}
          text={snapshotId}
          action={
            <Button variant="outlined" component={Link} to={snapshotsPath}>
              {t('details.toList')}
            </Button>
          }
        />
      )}
      {error && (
        <ErrorNotice
          severity={gone ? 'warning' : 'error'}
          title={t('failed.one')}
          {...noticeOf(error)}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && <LinearProgress aria-label={snapshotId} />}
      {data && !gone && (
        <>
          <SnapshotHead snapshot={data} />
          <SnapshotFacts snapshot={data} />
          <SnapshotsDialogs dialog={search.dialog} snapshot={data} />
        </>
      )}
    </Box>
  )
}

/** The top of a snapshot's page: the way back, its name, its status, and what can be done with it. */
function SnapshotHead({ snapshot }: { snapshot: Snapshot }) {
  const { t } = useTranslation('snapshots')
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 0.5 }}>
      <PageLink to={snapshotsPath} underline="hover" sx={{ alignSelf: 'start' }}>
        {t('details.back')}
      </PageLink>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Typography variant="h5" component="h1" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <bdi>{snapshotNameOf(snapshot)}</bdi>
        </Typography>
        <SnapshotStatusCell snapshot={snapshot} />
        <Box sx={{ ml: 'auto' }}>
          <SnapshotActions snapshot={snapshot} />
        </Box>
      </Box>
    </Box>
  )
}
