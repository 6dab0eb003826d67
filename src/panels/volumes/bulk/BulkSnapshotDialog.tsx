import Alert from '@mui/material/Alert'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { createSnapshotCommand } from '#src/model/snapshot/snapshot-commands.ts'
import { copyObstacle, needsForce } from '#src/model/snapshot/take-snapshot.ts'
import { exceeds } from '#src/model/volume/quota.ts'
import { nameOf } from '#src/model/volume/volume.ts'
import { CopyOwner } from '#src/panels/volumes/copy/CopyOwner.tsx'
import { longestName, snapshotNameFor } from '#src/panels/volumes/copy/snapshot-name.ts'
import type { BulkDialogProps } from '#src/panels/volumes/dialog-props.ts'
import { BulkDialog } from '#src/parts/dialog/BulkDialog.tsx'
import { useActor } from '#src/parts/use-actor.ts'
import { actionObstacleText } from '#src/parts/words/obstacle-words.ts'
import { useScope } from '#src/queries/session.ts'
import { quotaQuery } from '#src/queries/volumes/quota.ts'
import { createSnapshotMutation } from '#src/queries/volumes/snapshots.ts'

/** Takes a snapshot of each of several volumes. */
export function BulkSnapshotDialog({ volumes, onClose }: BulkDialogProps) {
  const { t } = useTranslation('bulk')
  const { t: tVolumes } = useTranslation('volumes')
  const scope = useScope()
  const actor = useActor()
  const create = useMutation(createSnapshotMutation(scope))
  const quota = useQuery(quotaQuery(scope)).data?.snapshots
  const [pattern, setPattern] = useState(() => t('snapshots.pattern'))
  const [description, setDescription] = useState('')
  const judged = volumes.map((volume) => {
    const obstacle = copyObstacle(volume, actor)
    return { volume, obstacle: obstacle && actionObstacleText(tVolumes, obstacle) }
  })
  const possible = judged.flatMap(({ volume, obstacle }) => (obstacle ? [] : [volume]))
  const [first] = possible
  const held = possible.filter(({ attachments }) => attachments.length > 0)
  const over = quota !== undefined && exceeds(quota, possible.length)
  const nameWrong = pattern.length > longestName
  const descriptionWrong = description.length > longestName
  const wishOf = (id: string) => {
    const volume = volumes.find((one) => one.id === id)
    return (
      volume && {
        volumeId: id,
        name: snapshotNameFor(pattern, volume),
        description,
        force: needsForce(volume, scope),
      }
    )
  }
  return (
    <BulkDialog
      title={tVolumes('bulk.snapshots')}
      submitLabel={t('snapshots.submit')}
      things={judged.map(({ volume, obstacle }) => ({
        id: volume.id,
        name: nameOf(volume),
        obstacle,
      }))}
      act={async (id) => {
        const wish = wishOf(id)
        if (wish) await create.mutateAsync(wish)
      }}
      doneLabel={t('snapshots.done')}
      command={
        possible
          .map((volume) =>
            createSnapshotCommand(volume, {
              name: snapshotNameFor(pattern, volume),
              description,
            }),
          )
          .join('\n') || undefined
      }
      dirty={pattern !== t('snapshots.pattern') || description !== ''}
      disabled={over || nameWrong || descriptionWrong}
      onClose={onClose}
    >
      <TextField
        autoFocus
        label={t('snapshots.name')}
        value={pattern}
        onChange={({ target }) => setPattern(target.value)}
        error={nameWrong}
        helperText={
          nameWrong
            ? t('snapshots.tooLong')
            : t('snapshots.nameHelp', { first: first ? snapshotNameFor(pattern, first) : '' })
        }
        slotProps={{ formHelperText: { sx: { overflowWrap: 'anywhere' } } }}
      />
      <TextField
        label={t('snapshots.description')}
        multiline
        minRows={2}
        value={description}
        onChange={({ target }) => setDescription(target.value)}
        error={descriptionWrong}
        helperText={descriptionWrong ? t('snapshots.tooLong') : undefined}
      />
      <CopyOwner volumes={possible} />
      {held.length > 0 && (
        <Alert severity="warning" variant="outlined">
          {t('snapshots.inUse', { count: held.length })}
        </Alert>
      )}
      {possible.length > 1 && <Typography>{t('snapshots.apart')}</Typography>}
      {over && (
        <Typography color="error">
          {t('snapshots.over', { count: Math.max(0, quota.limit - quota.used) })}
        </Typography>
      )}
    </BulkDialog>
  )
}
