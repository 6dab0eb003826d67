import ButtonBase from '@mui/material/ButtonBase'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isFaulty, nameOf, type Volume } from '#src/model/volume/volume.ts'
import { statusWord, toneOf } from '#src/parts/words/status-words.ts'
import { StatusChip } from '#src/ui/chips/StatusChip.tsx'
import { lazyPart } from '#src/ui/lazy-part.tsx'

const VolumeMessageCard = lazyPart(() =>
  import('./VolumeMessageCard.tsx').then((m) => m.VolumeMessageCard),
)

/** A volume's status; one that failed can be asked why. */
export function VolumeStatusCell({ volume }: { volume: Volume }) {
  const { t } = useTranslation('volumes')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const chip = <StatusChip tone={toneOf(volume.status)} label={statusWord(t, volume.status)} />
  if (!isFaulty(volume)) return chip
  return (
    <>
      <ButtonBase
        title={t('message.open', { volume: nameOf(volume) })}
        aria-haspopup="dialog"
        onPointerEnter={VolumeMessageCard.preload}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ font: 'inherit', minHeight: 28, borderRadius: 1, textDecoration: 'underline dotted' }}
      >
        {chip}
      </ButtonBase>
      {anchor && (
        <Suspense>
          <VolumeMessageCard volume={volume} anchor={anchor} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </>
  )
}
