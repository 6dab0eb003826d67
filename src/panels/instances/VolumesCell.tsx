import Box from '@mui/material/Box'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { type HeldVolume, heldVolumesOf } from '#src/model/attach/held-volume.ts'
import { type Instance, instanceName } from '#src/model/instance/instance.ts'
import { useTasksFor } from '#src/parts/use-known-instances.ts'
import { useVolumeIndex } from '#src/parts/use-known-volumes.ts'
import { type ChipItem, OverflowChips } from '#src/ui/chips/OverflowChips.tsx'

import { useInstancesDialog } from './instances-navigation.ts'
import { VolumeCard } from './VolumeCard.tsx'

const tones = { attached: 'neutral', attaching: 'busy', detaching: 'busy', failed: 'bad' } as const

/** What a chip says of a volume, in short and at length. */
function chipOf(
  t: TFunction<'instances'>,
  tVolumes: TFunction<'volumes'>,
  { key, name, device, holders, state, nameless }: HeldVolume,
): ChipItem {
  const chip = device ? t('held.chip', { name, device }) : name
  const label = holders > 1 ? `${chip} ×${holders}` : chip
  const sharing = holders > 0 && !nameless ? [t('held.holders', { count: holders })] : []
  const reason = nameless ? [t(`held.${nameless}`)] : []
  return {
    key,
    label,
    description: [chip, tVolumes(`holder.${state}`), ...sharing, ...reason].join(', '),
    tone: nameless && state === 'attached' ? 'faded' : tones[state],
  }
}

/** The volumes that an instance holds, in one row: as many as fit, and the number of the others. */
export function VolumesCell({ instance, width }: { instance: Instance; width: number }) {
  const { t } = useTranslation('instances')
  const { t: tVolumes } = useTranslation('volumes')
  const tasks = useTasksFor(instance.id)
  const { open } = useInstancesDialog()
  const [card, setCard] = useState<{ key: string; anchor: HTMLElement }>()
  const held = heldVolumesOf(instance, useVolumeIndex(), tasks)
  const shown = card && held.find(({ key }) => key === card.key)
  if (held.length === 0)
    return (
      <Box component="span" aria-label={t('held.none')} sx={{ color: 'text.disabled' }}>
        {t('none')}
      </Box>
    )
  return (
    <>
      <OverflowChips
        items={held}
        chipOf={(one) => chipOf(t, tVolumes, one)}
        width={width}
        moreLabel={(rest) => t('held.more', { count: rest, instance: instanceName(instance) })}
        onItem={(key, anchor) => setCard({ key, anchor })}
        onMore={() => open('volumes', instance.id)}
      />
      {card && shown && (
        <VolumeCard
          instance={instance}
          held={shown}
          anchor={card.anchor}
          onClose={() => setCard(undefined)}
        />
      )}
    </>
  )
}
