import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { AuditRow } from '#src/model/audit/attachment-audit.ts'
import { remedyOf } from '#src/model/audit/attachment-remedy.ts'
import { isFinding } from '#src/model/audit/audit-verdict.ts'
import { evidenceQuery } from '#src/queries/audit/attachment-audit.ts'
import { useScope } from '#src/queries/session.ts'
import { StatusChip } from '#src/ui/chips/StatusChip.tsx'
import { DialogFrame } from '#src/ui/dialog/DialogFrame.tsx'

import { useAttachmentsDialog } from './attachments-navigation.ts'
import { meaningOf, remedyText, rowNameOf, verdictTone } from './audit-words.ts'
import { useRepairObstacle } from './AuditActions.tsx'
import { EvidenceList } from './EvidenceList.tsx'

/** Rechecks a row and shows both services' answers and the remedy. */
export function DetailsDialog({
  opened,
  row,
  minutes,
  onClose,
}: {
  /** The row as it was when the dialog was opened. */
  opened: AuditRow
  /** As it is now; undefined where nothing is left of it. */
  row: AuditRow | undefined
  minutes: number
  onClose: () => void
}) {
  const { t } = useTranslation('audit')
  const { t: tVolumes } = useTranslation('volumes')
  const { open } = useAttachmentsDialog()
  const asked = useQuery(evidenceQuery(useScope(), opened))
  const now = row ?? opened
  const evidence = asked.data?.evidence ?? []
  const obstacle = useRepairObstacle(now)
  const canRepair = row !== undefined && isFinding(row.verdict) && obstacle === undefined
  return (
    <DialogFrame
      title={t('details.title', { name: rowNameOf(t, opened) })}
      width="lg"
      onClose={onClose}
      actions={
        canRepair && (
          <Button
            color="error"
            variant="contained"
            disabled={asked.isPending}
            onClick={() => open('repair', row.id)}
          >
            {t('details.repair')}
          </Button>
        )
      }
    >
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        {row ? (
          <Box>
            <Typography component="p" sx={{ fontWeight: 600 }}>
              <StatusChip tone={verdictTone(row.verdict)} label={t(`verdicts.${row.verdict}`)} />
            </Typography>
            <Typography>{meaningOf({ t, tVolumes }, row, minutes)}</Typography>
          </Box>
        ) : (
          <Alert severity="info">
            <AlertTitle>{t('details.goneTitle')}</AlertTitle>
            {t('details.goneText')}
          </Alert>
        )}
        {row && isFinding(row.verdict) && <RemedyNote row={row} obstacle={obstacle} />}
        {asked.isPending && (
          <Box role="status">
            {t('details.asking')}
            <LinearProgress />
          </Box>
        )}
        {asked.data && (
          <Box
            sx={{
              display: 'grid',
              gap: 3,
              gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
            }}
          >
            <EvidenceList
              title={t('details.cinder')}
              evidence={evidence.filter(({ service }) => service === 'volume')}
            />
            <EvidenceList
              title={t('details.nova')}
              evidence={evidence.filter(({ service }) => service === 'compute')}
            />
          </Box>
        )}
      </Box>
    </DialogFrame>
  )
}

function RemedyNote({ row, obstacle }: { row: AuditRow; obstacle: string | undefined }) {
  const { t } = useTranslation('audit')
  const { t: tVolumes } = useTranslation('volumes')
  const { remedy } = remedyOf(row, useScope())
  return (
    <Alert severity={remedy && obstacle === undefined ? 'info' : 'warning'} variant="outlined">
      <AlertTitle>{t(obstacle === undefined ? 'details.remedy' : 'details.noRemedy')}</AlertTitle>
      {obstacle ?? (remedy ? remedyText({ t, tVolumes }, remedy) : t('details.asking'))}
    </Alert>
  )
}
