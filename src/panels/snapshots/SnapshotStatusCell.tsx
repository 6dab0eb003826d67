import { useTranslation } from 'react-i18next'

import type { Snapshot } from '#src/model/snapshot/snapshot.ts'
import { StatusChip } from '#src/ui/chips/StatusChip.tsx'

import { snapshotStatusWord, snapshotToneOf } from './snapshot-words.ts'

/** A snapshot's status. */
export function SnapshotStatusCell({ snapshot: { status } }: { snapshot: Snapshot }) {
  const { t } = useTranslation('snapshots')
  return <StatusChip tone={snapshotToneOf(status)} label={snapshotStatusWord(t, status)} />
}
