import { useTranslation } from 'react-i18next'

import type { VolumeList } from '#src/model/volume/volume-list.ts'
import { count } from '#src/ui/formats.ts'

/** How much of the list has been read, while there is more to come. */
export function useStillReading(list: VolumeList | undefined): string | undefined {
  const { t, i18n } = useTranslation('volumes')
  if (list === undefined || list.complete) return undefined
  const loaded = count(list.volumes.length, i18n.language)
  return list.total === undefined
    ? t('loadingMoreUncounted', { loaded })
    : t('loadingMore', { loaded, total: count(list.total, i18n.language) })
}
