import { useTranslation } from 'react-i18next'

import type { Volume } from '#src/model/volume/volume.ts'
import { statusWord, toneOf } from '#src/parts/words/status-words.ts'
import { StatusChip } from '#src/ui/chips/StatusChip.tsx'

/** A volume's status. */
export function VolumeStateCell({ volume: { status } }: { volume: Volume }) {
  const { t } = useTranslation('volumes')
  return <StatusChip tone={toneOf(status)} label={statusWord(t, status)} />
}
