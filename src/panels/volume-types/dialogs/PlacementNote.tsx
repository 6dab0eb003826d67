import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { cannotBeMade, poolsFor } from '#src/model/volume-type/type-placement.ts'
import { namesText } from '#src/parts/words/names-text.ts'
import { poolsQuery } from '#src/queries/services/pools.ts'
import { useScope } from '#src/queries/session.ts'

/** Says on which pools volumes with these extra specs can be made, or that their creation ends in error. */
export function PlacementNote({ specs }: { specs: Readonly<Record<string, string>> }) {
  const { t } = useTranslation('volumeTypes')
  const { t: tNames } = useTranslation('attachments')
  const pools = useQuery(poolsQuery(useScope())).data
  if (pools === undefined) return null
  const gap = cannotBeMade({ extraSpecs: specs }, pools)
  if (gap !== undefined)
    return (
      <Alert severity="warning" variant="outlined">
        {t(gap === 'no-pool-shares' ? 'flags.nobodySharesWhy' : 'flags.nowhereWhy')}
      </Alert>
    )
  return (
    <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
      {t('placement', { pools: namesText(tNames, poolsFor({ extraSpecs: specs }, pools)) })}
    </Typography>
  )
}
