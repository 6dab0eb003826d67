import type { TFunction } from 'i18next'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { type Holder, holdersOf, type KnownInstances } from '#src/model/attach/holder.ts'
import { nameOf, type Volume, type VolumeId } from '#src/model/volume/volume.ts'
import { useTasksOf } from '#src/parts/use-known-instances.ts'
import { type ChipItem, OverflowChips } from '#src/ui/chips/OverflowChips.tsx'
import { lazyPart } from '#src/ui/lazy-part.tsx'

import css from './AttachedTo.module.css'

const InstanceCard = lazyPart(() =>
  import('#src/panels/volumes/attachments/InstanceCard.tsx').then((m) => m.InstanceCard),
)

const tones = { attached: 'neutral', attaching: 'busy', detaching: 'busy', failed: 'bad' } as const

/** What a chip says of a holder, in short and at length. */
function chipOf(t: TFunction<'volumes'>, holder: Holder): ChipItem {
  const { key, name, device, state, nameless } = holder
  const inFull = device ? t('holder.chip', { name, device }) : name
  const reason = nameless ? [t(`holder.${nameless}`)] : []
  return {
    key,
    // The device is read on hover: with it there would be room for half as many.
    label: name,
    description: [inFull, t(`holder.${state}`), ...reason].join(', '),
    tone: nameless && state === 'attached' ? 'faded' : tones[state],
  }
}

/** The instances that hold a volume, in one row: as many as fit, and the number of the others. */
export function AttachedTo({
  volume,
  instances,
  width,
  onOpen,
}: {
  volume: Volume
  instances: KnownInstances
  /** The room that there is, in px. */
  width: number
  /** Opens a dialog about the volume. */
  onOpen: (dialog: 'instances' | 'attachments', volume: VolumeId) => void
}) {
  const { t } = useTranslation('volumes')
  const tasks = useTasksOf(volume.id)
  const [card, setCard] = useState<{ key: string; anchor: HTMLElement }>()
  const holders = holdersOf(volume, instances, tasks)
  const shown = card && holders.find(({ key }) => key === card.key)
  if (holders.length === 0)
    return (
      <span aria-label={t('holder.notAttached')} className={css.nobody}>
        {t('none')}
      </span>
    )
  return (
    <>
      <OverflowChips
        items={holders}
        chipOf={(holder) => chipOf(t, holder)}
        width={width}
        moreLabel={(rest) => t('holder.more', { count: rest, volume: nameOf(volume) })}
        onItem={(key, anchor) => setCard({ key, anchor })}
        onMore={() => onOpen('instances', volume.id)}
      />
      {card && shown && (
        <Suspense>
          <InstanceCard
            holder={shown}
            anchor={card.anchor}
            onClose={() => setCard(undefined)}
            onManage={() => {
              setCard(undefined)
              onOpen('attachments', volume.id)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
