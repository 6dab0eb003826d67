import Tooltip from '@mui/material/Tooltip'
import { useTranslation } from 'react-i18next'

import { duration, exactTime } from '#src/ui/formats.ts'
import { useNow } from '#src/ui/now.ts'

/** How long something has been so, since a moment in ms since the epoch; the moment on hover. */
export function HowLong({ since }: { since: number | null }) {
  const { t, i18n } = useTranslation('audit')
  const now = useNow()
  if (since === null) return t('none')
  return (
    <Tooltip title={exactTime(since, i18n.language)}>
      <time dateTime={new Date(since).toISOString()}>{duration(now - since, i18n.language)}</time>
    </Tooltip>
  )
}
