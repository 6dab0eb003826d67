import ArrowBack from '@mui/icons-material/ArrowBack'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { HostImpact } from '#src/model/fail-over/host-impact.ts'
import { ButtonLink } from '#src/ui/form/ButtonLink.tsx'
import { EmptyState } from '#src/ui/page/EmptyState.tsx'

import { HostSummary } from './HostSummary.tsx'
import { HostVolumes } from './HostVolumes.tsx'

/** One compute host: what it is, and the volumes that its instances hold, with who else holds them. */
export function HostView({
  host,
  impact,
  loading,
  incomplete,
  notices,
}: {
  host: string
  /** Undefined where there is no such host, or it is not known yet. */
  impact: HostImpact | undefined
  loading: boolean
  /** Whether volumes are still being read. */
  incomplete: boolean
  notices: readonly ReactNode[]
}) {
  const { t } = useTranslation('hosts')
  return (
    <>
      <Box>
        <ButtonLink to="/admin/hosts" search={{}} startIcon={<ArrowBack fontSize="small" />}>
          {t('view.back')}
        </ButtonLink>
        <Typography variant="h5" component="h1" sx={{ overflowWrap: 'anywhere' }}>
          <bdi>{host}</bdi>
        </Typography>
      </Box>
      {notices}
      {impact === undefined && !loading && notices.length === 0 && (
        <EmptyState title={t('view.goneTitle')} text={t('view.goneText')} />
      )}
      {impact && <HostSummary impact={impact} />}
      {(impact !== undefined || loading) && <HostVolumes impact={impact} incomplete={incomplete} />}
    </>
  )
}
