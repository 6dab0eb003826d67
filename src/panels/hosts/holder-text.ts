import { useTranslation } from 'react-i18next'

import type { HostHolder } from '#src/model/fail-over/host-impact.ts'
import { instanceStatusWord } from '#src/parts/words/instance-status-words.ts'

import { hostStateWord } from './host-words.ts'

/** Says of a holder what one has to know of it here. */
export function useHolderText(): {
  /** Its status in words; undefined where Nova does not know it. */
  statusOf: (holder: HostHolder) => string | undefined
  /** Where it is, with the state of that host. */
  placeOf: (holder: HostHolder) => string
  /** All of it in one line; `together` says that another holder is on the same host. */
  longText: (holder: HostHolder, together: boolean) => string
} {
  const { t } = useTranslation('hosts')
  const { t: tInstances } = useTranslation('instances')
  const statusOf = ({ instance }: HostHolder) =>
    instance && instanceStatusWord(tInstances, instance.status)
  const placeOf = ({ host, hostState }: HostHolder) =>
    host === null
      ? hostStateWord(t, 'none')
      : t('volume.place', { host, state: hostStateWord(t, hostState) })
  const longText = (holder: HostHolder, together: boolean) =>
    [
      holder.name,
      statusOf(holder) ?? t('volume.unknownInstance'),
      placeOf(holder),
      holder.device,
      holder.cinderHost && t('volume.cinderHost', { host: holder.cinderHost }),
      together && t('volume.sameHost'),
    ]
      .filter(Boolean)
      .join(', ')
  return { statusOf, placeOf, longText }
}
