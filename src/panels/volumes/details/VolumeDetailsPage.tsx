import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import { useQuery } from '@tanstack/react-query'
import { Link as RouterLink, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { nameOf } from '#src/model/volume/volume.ts'
import { ApiError } from '#src/openstack/http/api-error.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { PageDialog } from '#src/panels/volumes/menu/OpenDialog.tsx'
import { useVolumesSearch } from '#src/panels/volumes/volumes-navigation.ts'
import { type VolumeTab, volumeTabs } from '#src/panels/volumes/volumes-search.ts'
import { useVolumesPath } from '#src/parts/use-volumes-path.ts'
import { useScope } from '#src/queries/session.ts'
import { volumeDetailsQuery } from '#src/queries/volumes/volume-details.ts'
import { EmptyState } from '#src/ui/page/EmptyState.tsx'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'
import { TabbedPanel } from '#src/ui/page/TabbedPanel.tsx'

import { VolumeHead } from './VolumeHead.tsx'
import { VolumeTabContent } from './VolumeTabContent.tsx'

/** The page of one volume. */
export function VolumeDetailsPage() {
  const { t } = useTranslation('volumeDetails')
  const { volumeId = '' } = useParams({ strict: false })
  const { search, change } = useVolumesSearch()
  const { data, error, refetch } = useQuery(volumeDetailsQuery(useScope(), volumeId))
  if (error instanceof ApiError && error.kind === 'not-found') return <NoSuchVolume error={error} />
  if (data === undefined)
    return (
      <>
        <title>{`${volumeId} · Mooring`}</title>
        {error ? (
          <ErrorNotice title={t('failed')} {...noticeOf(error)} onRetry={() => void refetch()} />
        ) : (
          <LinearProgress aria-label={volumeId} />
        )}
      </>
    )
  const { volume } = data
  const tab = search.tab ?? 'overview'
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1, minWidth: 0 }}>
      <title>{`${nameOf(volume)} · Mooring`}</title>
      <VolumeHead volume={volume} />
      {error && (
        <ErrorNotice title={t('failed')} {...noticeOf(error)} onRetry={() => void refetch()} />
      )}
      <TabbedPanel
        label={t('tabs.label', { volume: nameOf(volume) })}
        tabs={volumeTabs.map((name) => ({ name, label: t(`tabs.${name}`) }))}
        value={tab}
        onChange={(next: VolumeTab) => change({ tab: next === 'overview' ? undefined : next })}
      >
        <VolumeTabContent tab={tab} details={data} />
      </TabbedPanel>
      <PageDialog volume={volume} />
    </Box>
  )
}

function NoSuchVolume({ error }: { error: ApiError }) {
  const { t } = useTranslation('volumeDetails')
  return (
    <>
      <title>{`${t('gone.title')} · Mooring`}</title>
      <EmptyState
        title={t('gone.title')}
        text={t('gone.text')}
        action={
          <Button variant="outlined" component={RouterLink} to={useVolumesPath()}>
            {t('gone.back')}
          </Button>
        }
      />
      <ErrorNotice severity="warning" {...noticeOf(error)} />
    </>
  )
}
