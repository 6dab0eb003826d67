import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'

import {
  crowdedHosts,
  type HostHolder,
  type VolumeOnHost,
} from '#src/model/fail-over/host-impact.ts'
import { nameOf } from '#src/model/volume/volume.ts'
import { type ChipItem, OverflowChips } from '#src/ui/chips/OverflowChips.tsx'

import { useHolderText } from './holder-text.ts'
import { useHostsDialog } from './hosts-navigation.ts'

type Cell = { row: VolumeOnHost; width: number }

function Chips({
  row,
  width,
  items,
}: Cell & {
  items: readonly ChipItem[]
}) {
  const { t } = useTranslation('hosts')
  const { open } = useHostsDialog()
  const { volume } = row
  return (
    <OverflowChips
      items={items}
      chipOf={(item) => item}
      width={width}
      moreLabel={(rest) => t('volume.more', { count: rest, volume: nameOf(volume) })}
      onItem={() => open('holders', volume.id)}
      onMore={() => open('holders', volume.id)}
    />
  )
}

/** Those on the host that hold a volume; where there are several, that is said first. */
export function HereCell({ row, width }: Cell) {
  const { t } = useTranslation('hosts')
  const { statusOf, longText } = useHolderText()
  const { here } = row
  const crowded = here.length > 1
  const together: ChipItem = {
    key: 'together',
    label: t('volume.together', { count: here.length }),
    description: t('volume.togetherHint', { count: here.length }),
    tone: 'warn',
  }
  const items = here.map((holder): ChipItem => {
    const status = statusOf(holder)
    return {
      key: holder.key,
      label: status ? t('volume.chip', { name: holder.name, status }) : holder.name,
      description: longText(holder, crowded),
      tone: holder.instance ? toneOf(holder, crowded) : 'faded',
    }
  })
  return <Chips row={row} width={width} items={crowded ? [together, ...items] : items} />
}

/** Those on other hosts that hold a volume, each with its host. */
export function ElsewhereCell({ row, width }: Cell) {
  const { t } = useTranslation('hosts')
  const { longText } = useHolderText()
  const { elsewhere } = row
  if (elsewhere.length === 0)
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {t('volume.nobody')}
      </Box>
    )
  const crowded = crowdedHosts(elsewhere)
  const items = elsewhere.map((holder): ChipItem => {
    const together = holder.host !== null && crowded.has(holder.host)
    return {
      key: holder.key,
      label: holder.host
        ? t('volume.chip', { name: holder.name, status: holder.host })
        : holder.name,
      description: longText(holder, together),
      tone: holder.instance ? toneOf(holder, together) : 'faded',
    }
  })
  return <Chips row={row} width={width} items={items} />
}

/** How a holder looks: wrong where it or its host is, noticeable where its host has another. */
function toneOf({ instance, hostState }: HostHolder, together: boolean): ChipItem['tone'] {
  if (instance?.status === 'ERROR' || hostState === 'down') return 'bad'
  return together ? 'warn' : 'neutral'
}
