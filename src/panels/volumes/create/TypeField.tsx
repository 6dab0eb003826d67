import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { Controller, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { typesFor, type VolumeType } from '#src/model/volume-type/volume-type.ts'

import type { CreateVolumeValues, FieldProblem } from './create-volume-form.ts'
import { problemText } from './create-volume-problems.ts'

/** The volume's type: shareable ones when Shareable is ticked, else the others. */
export function TypeField({
  types,
  usual,
  problem,
}: {
  types: readonly VolumeType[]
  usual: string | null
  problem: FieldProblem | undefined
}) {
  const { t } = useTranslation('createVolume')
  const { control, watch } = useFormContext<CreateVolumeValues>()
  const { shareable, type: now } = watch()
  const offered = typesFor(types, shareable)
  const withoutEncrypted = shareable && types.some(({ encrypted }) => encrypted)
  const known = offered.some(({ name }) => name === now)
  return (
    <Controller
      control={control}
      name="type"
      render={({ field }) => (
        <TextField
          select
          label={t('type')}
          error={problem !== undefined}
          helperText={problemText(t, problem) ?? (withoutEncrypted ? t('encryptedOut') : undefined)}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          {...field}
          value={known ? field.value : ''}
        >
          {shareable && !known && (
            <MenuItem value="" disabled>
              {t('typeChoose')}
            </MenuItem>
          )}
          {!shareable && offered.length === 0 && <MenuItem value="">{t('noTypeChoice')}</MenuItem>}
          {offered.map(({ id, name }) => (
            <MenuItem key={id} value={name}>
              {name === usual ? t('typeDefault', { type: name }) : name}
            </MenuItem>
          ))}
        </TextField>
      )}
    />
  )
}
