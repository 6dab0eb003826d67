import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { uploadCommand } from '#src/model/change-commands.ts'
import { isTooLong } from '#src/model/length.ts'
import { noticeOf } from '#src/openstack/error-notice.ts'
import { containerFormats, diskFormats, type NewImage } from '#src/openstack/volume-actions.ts'
import { useSession } from '#src/queries/session.ts'
import { uploadToImageMutation } from '#src/queries/volume-changes.ts'
import { ErrorNotice } from '#src/ui/ErrorNotice.tsx'
import { FormDialog } from '#src/ui/FormDialog.tsx'

import type { VolumeDialogProps } from './volume-dialogs.ts'

/** Makes an image of a volume. */
export function UploadToImageDialog({ volume, onClose }: VolumeDialogProps) {
  const { t } = useTranslation('changeVolume')
  const { t: tCreate } = useTranslation('createVolume')
  const upload = useMutation(uploadToImageMutation(useSession(), volume.id))
  const { register, handleSubmit, formState, watch } = useForm<NewImage>({
    defaultValues: { name: volume.name, diskFormat: 'raw', containerFormat: 'bare' },
    mode: 'onChange',
  })
  const image = watch()
  const { name: nameError } = formState.errors
  return (
    <FormDialog
      title={t('upload.title')}
      submitLabel={t('upload.submit')}
      pending={upload.isPending}
      submitError={
        upload.error && <ErrorNotice title={t('upload.failed')} {...noticeOf(upload.error)} />
      }
      dirty={formState.isDirty}
      command={image.name.trim() === '' ? undefined : uploadCommand(volume, image)}
      onSubmit={() =>
        void handleSubmit((values) => upload.mutate(values, { onSuccess: onClose }))()
      }
      onClose={onClose}
    >
      <Typography variant="body2" color="textSecondary">
        {t('upload.help')}
      </Typography>
      <TextField
        autoFocus
        label={t('upload.imageName')}
        error={nameError !== undefined}
        helperText={nameError?.message}
        slotProps={{ htmlInput: { 'aria-required': true } }}
        {...register('name', {
          validate: {
            there: (name) => name.trim() !== '' || t('upload.nameMissing'),
            short: (name) => !isTooLong(name) || tCreate('errors.nameTooLong'),
          },
        })}
      />
      <TextField
        select
        label={t('upload.disk')}
        defaultValue="raw"
        disabled={volume.encrypted}
        {...register('diskFormat')}
      >
        {diskFormats.map((format) => (
          <MenuItem key={format} value={format}>
            {format}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t('upload.container')}
        defaultValue="bare"
        disabled={volume.encrypted}
        // Cinder converts no encrypted volume: cinder/api/contrib/volume_actions.py, `_volume_upload_image`.
        helperText={volume.encrypted ? t('upload.encrypted') : undefined}
        {...register('containerFormat')}
      >
        {containerFormats.map((format) => (
          <MenuItem key={format} value={format}>
            {format}
          </MenuItem>
        ))}
      </TextField>
    </FormDialog>
  )
}
