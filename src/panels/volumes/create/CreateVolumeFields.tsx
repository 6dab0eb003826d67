import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Controller, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { useScope } from '#src/queries/session.ts'
import { availabilityZonesQuery } from '#src/queries/volumes/create-volume.ts'

import type { CreateVolumeValues, FieldProblem } from './create-volume-form.ts'
import { problemText } from './create-volume-problems.ts'

/** The plain fields of a new volume, with those of its source and type between them, where Horizon has them. */
export function CreateVolumeFields({
  problems,
  children,
}: {
  problems: Partial<Record<keyof CreateVolumeValues, FieldProblem>>
  children: ReactNode
}) {
  const { t } = useTranslation('createVolume')
  const { register, control } = useFormContext<CreateVolumeValues>()
  const zones = useQuery(availabilityZonesQuery(useScope())).data ?? []
  const problemOf = (field: keyof CreateVolumeValues) => ({
    error: problems[field] !== undefined,
    helperText: problemText(t, problems[field]),
  })
  return (
    <>
      <TextField autoFocus label={t('name')} {...register('name')} {...problemOf('name')} />
      <TextField
        label={t('description')}
        multiline
        minRows={2}
        {...register('description')}
        {...problemOf('description')}
      />
      {children}
      <TextField
        label={t('size')}
        type="number"
        slotProps={{ htmlInput: { min: 1, step: 1, 'aria-required': true } }}
        {...register('size')}
        {...problemOf('size')}
      />
      <Controller
        control={control}
        name="availabilityZone"
        render={({ field }) => (
          <TextField
            select
            label={t('zone')}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
            {...field}
          >
            <MenuItem value="">{t('anyZone')}</MenuItem>
            {zones.map((zone) => (
              <MenuItem key={zone} value={zone}>
                {zone}
              </MenuItem>
            ))}
          </TextField>
        )}
      />
    </>
  )
}
