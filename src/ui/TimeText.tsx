import Tooltip from '@mui/material/Tooltip'
import { useTranslation } from 'react-i18next'

import { exactTime, relativeTime } from './formats.ts'
import { useNow } from './now.ts'

/** A moment, in ms since the epoch: how long ago it was, with the exact time on hover. */
export function TimeText({ at }: { at: number | null }) {
  const { i18n } = useTranslation()
  const now = useNow()
  if (at === null) return '–'
  const exact = exactTime(at, i18n.language)
  return (
    <Tooltip title={exact}>
      <time dateTime={new Date(at).toISOString()}>{relativeTime(at, now, i18n.language)}</time>
    </Tooltip>
  )
}
