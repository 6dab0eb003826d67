import Alert from '@mui/material/Alert'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { bootableCommand } from '#src/model/change-commands.ts'
import { noticeOf } from '#src/openstack/error-notice.ts'
import { useSession } from '#src/queries/session.ts'
import { editVolumeMutation } from '#src/queries/volume-changes.ts'
import { CheckField } from '#src/ui/CheckField.tsx'
import { ErrorNotice } from '#src/ui/ErrorNotice.tsx'
import { FormDialog } from '#src/ui/FormDialog.tsx'

import type { VolumeDialogProps } from './volume-dialogs.ts'
import { VolumeName } from './VolumeName.tsx'

/** Sets whether an instance can be booted from the volume. */
export function SetBootableDialog({ volume, onClose }: VolumeDialogProps) {
  const { t } = useTranslation('changeVolume')
  const { t: tDialogs } = useTranslation('dialogs')
  const edit = useMutation(editVolumeMutation(useSession(), volume.id))
  const [bootable, setBootable] = useState(volume.bootable)
  return (
    <FormDialog
      title={t('bootable.title')}
      submitLabel={t('bootable.submit')}
      pending={edit.isPending}
      submitError={
        edit.error && <ErrorNotice title={t('bootable.failed')} {...noticeOf(edit.error)} />
      }
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
    </FormDialog>
  )
}
