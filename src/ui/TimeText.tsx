import { useTranslation } from 'react-i18next'

import { exactTime, relativeTime } from './formats.ts'
import { useNow } from './now.ts'

/** A moment, in ms since the epoch: how long ago it was, with the exact time on hover. */
export function TimeText({ at }: { at: number | null }) {
  const { i18n } = useTranslation()
  const now = useNow()
  if (at === null) return '–'
  return (
    <time dateTime={new Date(at).toISOString()} title={exactTime(at, i18n.language)}>
      {relativeTime(at, now, i18n.language)}
    </time>
  )
}
