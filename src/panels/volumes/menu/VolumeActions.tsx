import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'

import { nameOf, type Volume } from '#src/model/volume/volume.ts'
import { lazyPart } from '#src/ui/lazy-part.tsx'
import { ActionsButton } from '#src/ui/menu/ActionsButton.tsx'
import { useOpener } from '#src/ui/menu/menu-opener.tsx'

// What is possible is worked out where the menu is opened, not for each row of a table.
const VolumeMenu = lazyPart(() => import('./VolumeMenu.tsx').then((m) => m.VolumeMenu))

/** The button for the menu of what can be done with a volume. */
export function VolumeActions({ volume }: { volume: Volume }) {
  const { t } = useTranslation('volumes')
  const { opener, anchor, close } = useOpener(VolumeMenu)
  return (
    <>
      <ActionsButton label={t('actions.for', { volume: nameOf(volume) })} {...opener} />
      {anchor && (
        <Suspense>
          <VolumeMenu volume={volume} anchor={anchor} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
