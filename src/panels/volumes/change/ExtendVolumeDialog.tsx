import Alert from '@mui/material/Alert'
import TextField from '@mui/material/TextField'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { holdersOf } from '#src/model/attach/holder.ts'
import { extendCommand } from '#src/model/volume/change-commands.ts'
import type { VolumeDialogProps } from '#src/panels/volumes/dialog-props.ts'
import { useQuotaOf } from '#src/panels/volumes/use-quota-of.ts'
import { VolumeName } from '#src/panels/volumes/VolumeName.tsx'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { useKnownInstances } from '#src/parts/use-known-instances.ts'
import { namesText } from '#src/parts/words/names-text.ts'
import { useScope } from '#src/queries/session.ts'
import { extendVolumeMutation } from '#src/queries/volumes/volume-changes.ts'
import { UsageBar } from '#src/ui/form/UsageBar.tsx'
import { gibibytes } from '#src/ui/formats.ts'

import { newSizeOf, newSizeProblem } from './extend-form.ts'

/** Makes a volume larger, also while instances hold it. */
export function ExtendVolumeDialog({ volume, onClose }: VolumeDialogProps) {
  const { t, i18n } = useTranslation('changeVolume')
  const { t: tNames } = useTranslation('attachments')
  const { t: tCreate } = useTranslation('createVolume')
  const scope = useScope()
  const extend = useMutation(extendVolumeMutation(scope, volume.id))
  const quota = useQuotaOf([volume])?.gibibytes
  const instances = useKnownInstances()
  // The volume may have grown by the time the cloud's answer is here; the form is about the size that it had.
  const [sizeGiB] = useState(volume.sizeGiB)
  const [typed, setTyped] = useState(String(sizeGiB + 1))

  const size = newSizeOf(typed)
  const problem = newSizeProblem(size, { sizeGiB, quota })
  const inGiB = (value: number) => gibibytes(value, i18n.language)
  const problemText = () => {
    if (problem?.kind === 'overQuota') return t('extend.overQuota', { most: problem.most })
    if (problem) return t('extend.sizeMore', { size: sizeGiB })
    return t('extend.now', { size: inGiB(sizeGiB) })
  }
  return (
    <MutationDialog
      title={t('extend.title')}
      submitLabel={t('extend.submit')}
      mutation={extend}
      failed={t('extend.failed')}
      dirty={typed !== String(sizeGiB + 1)}
      disabled={problem !== undefined}
      command={size !== undefined && !problem ? extendCommand(volume, size) : undefined}
      onSubmit={() => {
        if (size !== undefined && !problem) extend.mutate(size, { onSuccess: onClose })
      }}
      onClose={onClose}
    >
      <VolumeName volume={volume} />
      <TextField
        autoFocus
        type="number"
        label={t('extend.size')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        error={problem !== undefined}
        helperText={problemText()}
        slotProps={{ htmlInput: { min: sizeGiB + 1, step: 1, 'aria-required': true } }}
      />
      {quota && (
        <UsageBar
          label={tCreate('gibibytes')}
          {...quota}
          added={Math.max(0, (size ?? sizeGiB) - sizeGiB)}
          format={inGiB}
        />
      )}
      {volume.attachments.length > 0 && (
        <Alert severity="warning" variant="outlined" sx={{ overflowWrap: 'anywhere' }}>
          {t('extend.holders', {
            count: volume.attachments.length,
            names: namesText(tNames, holdersOf(volume, instances)),
          })}
        </Alert>
      )}
    </MutationDialog>
  )
}
