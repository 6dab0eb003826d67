import { useTranslation } from 'react-i18next'

import type { Snapshot } from '#src/model/snapshot.ts'
import { snapshotStatusWord, snapshotToneOf } from '#src/parts/snapshot-words.ts'
import { StatusChip } from '#src/ui/StatusChip.tsx'

/** A snapshot's status. */
export function SnapshotStatusCell({ snapshot: { status } }: { snapshot: Snapshot }) {
  const { t } = useTranslation('snapshots')
  return <StatusChip tone={snapshotToneOf(status)} label={snapshotStatusWord(t, status)} />
}
