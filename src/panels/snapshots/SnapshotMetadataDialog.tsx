import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { snapshotMetadataCommand } from '#src/model/snapshot/snapshot-commands.ts'
import { type Snapshot, snapshotNameOf } from '#src/model/snapshot/snapshot.ts'
import {
  isNoChange,
  metadataChange,
  pairProblem,
  pairsToRecord,
} from '#src/model/volume/volume-metadata.ts'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { useScope } from '#src/queries/session.ts'
import { snapshotMetadataMutation } from '#src/queries/volumes/snapshots.ts'
import { KeyValueEditor } from '#src/ui/form/KeyValueEditor.tsx'

/** Changes a snapshot's metadata. */
export function SnapshotMetadataDialog({
  snapshot,
  onClose,
}: {
  snapshot: Snapshot
  onClose: () => void
}) {
  const { t } = useTranslation('snapshots')
  const { t: tChange } = useTranslation('changeVolume')
  const update = useMutation(snapshotMetadataMutation(useScope(), snapshot.id))
  const [pairs, setPairs] = useState(() =>
    Object.entries(snapshot.metadata)
      .map(([key, value]) => ({ key, value }))
      .toSorted((a, b) => a.key.localeCompare(b.key)),
  )
  // Compared with what the form was opened with, so that what others add meanwhile is none of its changes.
  const [opened] = useState(snapshot)
  const change = metadataChange(opened.metadata, pairsToRecord(pairs))
  const problemAt = (place: number) => {
    const problem = pairProblem(pairs, place, 'snapshot')
    return problem && tChange(`metadata.problems.${problem}`)
  }
  const wrong = pairs.some((_pair, place) => problemAt(place))
  const unchanged = isNoChange(change)
  return (
    <MutationDialog
      title={t('metadata.title')}
      submitLabel={t('metadata.submit')}
      mutation={update}
      failed={t('metadata.failed')}
      dirty={!unchanged}
      disabled={wrong || unchanged}
      command={wrong ? undefined : snapshotMetadataCommand(snapshot, change)}
      onSubmit={() => update.mutate(change, { onSuccess: onClose })}
      onClose={onClose}
    >
      <KeyValueEditor
        title={t('metadata.pairs', { snapshot: snapshotNameOf(snapshot) })}
        emptyText={t('metadata.empty')}
        pairs={pairs}
        problemAt={problemAt}
        onChange={setPairs}
      />
    </MutationDialog>
  )
}
