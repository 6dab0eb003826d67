import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import { Controller, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { isTooLong } from '#src/model/cloud/length.ts'
import { useScope } from '#src/queries/session.ts'
import { availabilityZonesQuery, volumeTypesQuery } from '#src/queries/volumes/create-volume.ts'
import { CheckField } from '#src/ui/form/CheckField.tsx'

import type { ManageValues } from './manage-form.ts'

/** What the volume is to be, once Cinder manages it. */
export function ManageVolumeFields() {
  const { t } = useTranslation('administration')
  const scope = useScope()
  const { register, control, watch } = useFormContext<ManageValues>()
  const types = useQuery(volumeTypesQuery(scope)).data ?? []
  const zones = useQuery(availabilityZonesQuery(scope)).data ?? []
  const [name, description] = watch(['name', 'description'])
  const limited = (text: string) =>
    isTooLong(text) ? { error: true, helperText: t('manage.tooLong') } : {}
  const choices = [
    {
      field: 'type',
      label: t('manage.type'),
      none: t('manage.noType'),
      // Cinder takes nothing over into an encrypted type: cinder/volume/api.py, `manage_existing`.
      values: types.filter(({ encrypted }) => encrypted !== true).map((type) => type.name),
    },
    {
      field: 'availabilityZone',
      label: t('manage.zone'),
      none: t('manage.anyZone'),
      values: zones,
    },
  ] as const
  return (
    <>
      <TextField label={t('manage.name')} {...limited(name)} {...register('name')} />
      <TextField
        label={t('manage.description')}
        multiline
        minRows={2}
        {...limited(description)}
        {...register('description')}
      />
      {choices.map((choice) => (
        <Controller
          key={choice.field}
          control={control}
          name={choice.field}
          render={({ field }) => (
            <TextField
              select
              label={choice.label}
              slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
              {...field}
            >
              <MenuItem value="">{choice.none}</MenuItem>
              {choice.values.map((value) => (
                <MenuItem key={value} value={value}>
                  {value}
                </MenuItem>
              ))}
            </TextField>
          )}
        />
      ))}
      <Controller
        control={control}
        name="bootable"
        render={({ field: { value, onChange } }) => (
          <CheckField
            label={t('manage.bootable')}
            help={t('manage.bootableHelp')}
            checked={value}
            onChange={onChange}
          />
        )}
      />
    </>
  )
}
