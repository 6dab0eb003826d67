import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { namedHolder } from '#src/model/attach/holder.ts'
import { gapsIn, shareableVolumes, sharingMatrix } from '#src/model/attach/sharing-matrix.ts'
import type { Volume } from '#src/model/volume/volume.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { ListFlaws } from '#src/parts/table/ListFlaws.tsx'
import { useKnownInstances } from '#src/parts/use-known-instances.ts'
import { useAttachmentTasks, volumesAtWork } from '#src/queries/attach/attachment-work.ts'
import { instancesFlawsQuery, instancesQuery } from '#src/queries/attach/instances.ts'
import { useScope } from '#src/queries/session.ts'
import { useWatchChanging, volumesQuery } from '#src/queries/volumes/volumes.ts'
import { ButtonLink } from '#src/ui/form/ButtonLink.tsx'
import { EmptyState } from '#src/ui/page/EmptyState.tsx'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'
import { PageFrame } from '#src/ui/page/PageFrame.tsx'
import { TableCount } from '#src/ui/table/TableCount.tsx'

import { useSharingSearch } from './sharing-navigation.ts'
import { SharingFilters } from './SharingFilters.tsx'
import { SharingGrid } from './SharingGrid.tsx'
import { SharingLegend } from './SharingLegend.tsx'

const CellDialog = lazy(() => import('./CellDialog.tsx').then((m) => ({ default: m.CellDialog })))

const none: readonly Volume[] = []
const noCell = { volume: undefined, instance: undefined }

/** Who shares what: shareable volumes against the instances that hold them. */
export function SharingPage() {
  const { t } = useTranslation('sharing')
  const scope = useScope()
  const { search, change } = useSharingSearch()
  const list = useQuery(volumesQuery(scope))
  const names = useQuery(instancesQuery(scope))
  const namesFlaws = useQuery(instancesFlawsQuery(scope)).data
  const instances = useKnownInstances()
  useWatchChanging(scope, list.data, volumesAtWork(useAttachmentTasks()))

  const all = list.data?.volumes ?? none
  const volumes = useMemo(() => shareableVolumes(all), [all])
  const gaps = useMemo(() => gapsIn(volumes, instances), [volumes, instances])
  const { q, on, zone } = search
  const onlyGaps = search.gaps
  const matrix = useMemo(
    () =>
      sharingMatrix(volumes, instances, gaps, { volume: q, instance: on, zone, gaps: onlyGaps }),
    [volumes, instances, gaps, q, on, zone, onlyGaps],
  )
  const zones = [...(names.data?.values() ?? [])].flatMap((one) => one.availabilityZone ?? [])
  const volume = volumes.find(({ id }) => id === search.volume)
  const filtering = [q, on, zone, onlyGaps].some(Boolean)
  const shows = matrix.volumes.length > 0 && matrix.instances.length > 0

  return (
    <PageFrame>
      <Box>
        <Typography variant="h5" component="h1">
          {t('title')}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {t('intro')}
        </Typography>
      </Box>
      <SharingFilters search={search} zones={[...new Set(zones)].toSorted()} onChange={change} />
      {list.error && (
        <ErrorNotice
          title={t('failed.volumes')}
          {...noticeOf(list.error)}
          onRetry={() => void list.refetch()}
        />
      )}
      {names.error && !list.error && (
        <ErrorNotice
          severity="warning"
          title={t('failed.instances')}
          {...noticeOf(names.error)}
          onRetry={() => void names.refetch()}
        />
      )}
      <ListFlaws of={[list.data?.flaws, namesFlaws]} />
      {list.data && (
        <Box
          sx={{
            display: 'flex',
            flexDirection: 'column',
            flex: 1,
            minHeight: 260,
            minWidth: 0,
            border: 1,
            borderColor: 'divider',
            borderRadius: 1,
            bgcolor: 'background.paper',
          }}
        >
          {shows ? (
            <SharingGrid
              matrix={matrix}
              onPress={(row, column) => change({ volume: row.id, instance: column.id }, 'push')}
            />
          ) : (
            <Box sx={{ flex: 1 }}>
              <NothingShown
                because={volumes.length === 0 ? 'no-volumes' : filtering ? 'filtered' : 'nobody'}
              />
            </Box>
          )}
          <TableCount>
            {[
              t('volumes', { count: matrix.volumes.length }),
              t('instances', { count: matrix.instances.length }),
              t('gaps', { count: matrix.gapCount }),
              ...(list.data.complete ? [] : [t('loading')]),
            ].join(' · ')}
          </TableCount>
        </Box>
      )}
      {shows && <SharingLegend />}
      {volume && search.instance !== undefined && (
        <Suspense>
          <CellDialog
            volume={volume}
            column={{ id: search.instance, ...namedHolder(search.instance, null, instances) }}
            lacking={gaps.get(volume.id)}
            onClose={() => change(noCell)}
          />
        </Suspense>
      )}
    </PageFrame>
  )
}

function NothingShown({ because }: { because: 'no-volumes' | 'filtered' | 'nobody' }) {
  const { t } = useTranslation('sharing')
  if (because === 'filtered')
    return <EmptyState title={t('empty.filteredTitle')} text={t('empty.filteredText')} />
  if (because === 'nobody')
    return <EmptyState title={t('empty.nobodyTitle')} text={t('empty.nobodyText')} />
  return (
    <EmptyState
      title={t('empty.title')}
      text={t('empty.text')}
      action={<ButtonLink to="/project/volumes">{t('empty.create')}</ButtonLink>}
    />
  )
}
