import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { uploadCommand } from '#src/model/volume/change-commands.ts'
import {
  containerFormats,
  diskFormats,
  type UploadImageRequest,
} from '#src/openstack/volumes/volume-actions.ts'
import type { VolumeDialogProps } from '#src/panels/volumes/dialog-props.ts'
import { useLengthRule } from '#src/parts/dialog/length-rule.ts'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { useScope } from '#src/queries/session.ts'
import { uploadToImageMutation } from '#src/queries/volumes/volume-changes.ts'

/** Makes an image of a volume. */
export function UploadToImageDialog({ volume, onClose }: VolumeDialogProps) {
  const { t } = useTranslation('changeVolume')
  const lengthRule = useLengthRule()
  const upload = useMutation(uploadToImageMutation(useScope(), volume.id))
  const { register, handleSubmit, formState, watch } = useForm<UploadImageRequest>({
    defaultValues: { name: volume.name, diskFormat: 'raw', containerFormat: 'bare' },
    mode: 'onChange',
  })
  const image = watch()
  const { name: nameError } = formState.errors
  return (
    <MutationDialog
      title={t('upload.title')}
      submitLabel={t('upload.submit')}
      mutation={upload}
      failed={t('upload.failed')}
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
            short: lengthRule,
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
    </MutationDialog>
  )
}
