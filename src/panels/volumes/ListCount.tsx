import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { VolumeList } from '#src/model/volume-list.ts'
import { count } from '#src/ui/formats.ts'
import { TableCount } from '#src/ui/TableCount.tsx'

/** How many volumes are shown, of how many, and how many are still to come. */
export function ListCount({
  list,
  shown,
  beside,
}: {
  list: VolumeList | undefined
  shown: number
  beside: ReactNode
}) {
  const { t, i18n } = useTranslation('volumes')
  if (list === undefined) return null
  const all = list.volumes.length
  const loaded = count(all, i18n.language)
  return (
    <TableCount beside={beside}>
      {shown === all
        ? t('displaying', { count: all })
        : t('displayingOf', { shown: count(shown, i18n.language), count: all })}
      {!list.complete && ' · '}
      {!list.complete &&
        (list.total === undefined
          ? t('loadingMoreUncounted', { loaded })
          : t('loadingMore', { loaded, total: count(list.total, i18n.language) }))}
    </TableCount>
  )
}
