import Alert from '@mui/material/Alert'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { bootableCommand } from '#src/model/volume/change-commands.ts'
import type { VolumeDialogProps } from '#src/panels/volumes/dialog-props.ts'
import { VolumeName } from '#src/panels/volumes/VolumeName.tsx'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { useScope } from '#src/queries/session.ts'
import { editVolumeMutation } from '#src/queries/volumes/volume-changes.ts'
import { CheckField } from '#src/ui/form/CheckField.tsx'

/** Sets whether an instance can be booted from the volume. */
export function SetBootableDialog({ volume, onClose }: VolumeDialogProps) {
  const { t } = useTranslation('changeVolume')
  const { t: tDialogs } = useTranslation('dialogs')
  const edit = useMutation(editVolumeMutation(useScope(), volume.id))
  const [bootable, setBootable] = useState(volume.bootable)
  return (
    <MutationDialog
      title={t('bootable.title')}
      submitLabel={t('bootable.submit')}
      mutation={edit}
      failed={t('bootable.failed')}
      dirty={bootable !== volume.bootable}
      obstacle={bootable === volume.bootable ? tDialogs('unchanged') : undefined}
      command={bootable === volume.bootable ? undefined : bootableCommand(volume, bootable)}
      onSubmit={() => edit.mutate({ bootable }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <VolumeName volume={volume} />
      <CheckField
        autoFocus
        label={t('bootable.label')}
        help={t('bootable.help')}
        checked={bootable}
        onChange={setBootable}
      />
      {bootable && volume.shareable && (
        <Alert severity="warning" variant="outlined">
          {t('bootable.shareable')}
        </Alert>
      )}
    </MutationDialog>
  )
}
