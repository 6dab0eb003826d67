import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

import type { VolumeType } from '#src/model/volume-type/volume-type.ts'
import type { VolumeQuota } from '#src/model/volume/quota.ts'
import { UsageBar } from '#src/ui/form/UsageBar.tsx'
import { count, gibibytes } from '#src/ui/formats.ts'

/** What Horizon has beside the form: what a volume is, what the type is, and how much of the quota there is. */
export function CreateVolumeAside({
  type,
  quota,
  addedGiB,
}: {
  type: VolumeType | undefined
  quota: VolumeQuota | undefined
  addedGiB: number
}) {
  const { t, i18n } = useTranslation('createVolume')
  return (
    <Stack component="aside" spacing={2}>
      <Typography variant="body2" color="textSecondary">
        {t('help')}
      </Typography>
      {type && (
        <div>
          <Typography variant="subtitle2" component="h3">
            {t('typeHelpTitle')} {type.name}
          </Typography>
          <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
            {type.description || t('noTypeDescription')}
          </Typography>
        </div>
      )}
      {quota && (
        <Stack spacing={1.5}>
          <Typography variant="subtitle2" component="h3">
            {t('limits')}
          </Typography>
          <UsageBar
            label={t('gibibytes')}
            {...quota.gibibytes}
            added={addedGiB}
            format={(value) => gibibytes(value, i18n.language)}
          />
          <UsageBar
            label={t('volumes')}
            {...quota.volumes}
            added={1}
            format={(value) => count(value, i18n.language)}
          />
        </Stack>
      )}
    </Stack>
  )
}
