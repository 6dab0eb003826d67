import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'

import type { Pool } from '#src/model/services/pool.ts'
import { cannotBeMade } from '#src/model/volume-type/type-placement.ts'
import { isShareableType, type VolumeType } from '#src/model/volume-type/volume-type.ts'
import { PageLink } from '#src/ui/page/PageLink.tsx'

/** Says which shareable types no pool can make, since creating a volume of one would end in `error`. */
export function TypesThatLeadNowhere({
  types,
  pools,
}: {
  types: readonly VolumeType[]
  pools: readonly Pool[]
}) {
  const { t } = useTranslation('backEnds')
  const flagged = types.filter(isShareableType).flatMap((type) => {
    const gap = cannotBeMade(type, pools)
    return gap ? [{ type, gap }] : []
  })
  if (flagged.length === 0) return null
  return (
    <Alert severity="warning" variant="outlined">
      <AlertTitle>{t('nowhere.title', { count: flagged.length })}</AlertTitle>
      <Box
        component="ul"
        aria-label={t('nowhere.title', { count: flagged.length })}
        sx={{ my: 0, pl: 2.5, overflowWrap: 'anywhere' }}
      >
        {flagged.map(({ type, gap }) => (
          <li key={type.id}>
            <b>
              <bdi>{type.name}</bdi>
            </b>
            {': '}
            {t(`nowhere.${gap}`)}
          </li>
        ))}
      </Box>
      {t('nowhere.next')} <PageLink to="/admin/volume-types">{t('nowhere.types')}</PageLink>
    </Alert>
  )
}
