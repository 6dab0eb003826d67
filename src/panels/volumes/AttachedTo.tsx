import Box from '@mui/material/Box'
import type { TFunction } from 'i18next'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { type Holder, holdersOf } from '#src/model/holder.ts'
import { nameOf, type Volume } from '#src/model/volume.ts'
import { useKnownInstances, useTasksOf } from '#src/parts/known-instances.ts'
import { lazyPart } from '#src/ui/lazy-part.ts'
import { type ChipItem, OverflowChips } from '#src/ui/OverflowChips.tsx'

import { useVolumesDialog } from './volumes-navigation.ts'

const InstanceCard = lazyPart(() => import('./InstanceCard.tsx').then((m) => m.InstanceCard))

const tones = { attached: 'neutral', attaching: 'busy', detaching: 'busy', failed: 'bad' } as const

/** What a chip says of a holder, in short and at length. */
function chipOf(t: TFunction<'volumes'>, holder: Holder): ChipItem {
  const { key, name, device, state, nameless } = holder
  const label = device ? t('holder.chip', { name, device }) : name
  const reason = nameless ? [t(`holder.${nameless}`)] : []
  return {
    key,
    label,
    description: [label, t(`holder.${state}`), ...reason].join(', '),
    tone: nameless && state === 'attached' ? 'faded' : tones[state],
  }
}

/** The instances that hold a volume, in one row: as many as fit, and the number of the others. */
export function AttachedTo({ volume, width }: { volume: Volume; width: number }) {
  const { t } = useTranslation('volumes')
  const instances = useKnownInstances()
  const tasks = useTasksOf(volume.id)
  const dialog = useVolumesDialog()
  const [card, setCard] = useState<{ key: string; anchor: HTMLElement }>()
  const holders = holdersOf(volume, instances, tasks)
  const shown = card && holders.find(({ key }) => key === card.key)
  if (holders.length === 0)
    return (
      <Box component="span" aria-label={t('holder.notAttached')} sx={{ color: 'text.disabled' }}>
        {t('none')}
      </Box>
    )
  return (
    <>
      <OverflowChips
        items={holders.map((holder) => chipOf(t, holder))}
        width={width}
        moreLabel={(rest) => t('holder.more', { count: rest, volume: nameOf(volume) })}
        onItem={(key, anchor) => setCard({ key, anchor })}
        onMore={() => dialog.open('instances', volume.id)}
      />
      {card && shown && (
        <Suspense>
          <InstanceCard
            holder={shown}
            anchor={card.anchor}
            onClose={() => setCard(undefined)}
            onManage={() => {
              setCard(undefined)
              dialog.open('attachments', volume.id)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
