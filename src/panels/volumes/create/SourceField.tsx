import Autocomplete from '@mui/material/Autocomplete'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { Controller, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import type { VolumeType } from '#src/model/volume-type/volume-type.ts'
import { gibibytes } from '#src/ui/formats.ts'

import {
  type ChosenSource,
  type CreateVolumeValues,
  type FieldProblem,
} from './create-volume-form.ts'
import { problemText } from './create-volume-problems.ts'
import { fillFrom } from './fill-from-source.ts'

const kinds = ['none', 'snapshot', 'image', 'volume'] as const
const labels = { snapshot: 'useSnapshot', image: 'useImage', volume: 'useVolume' } as const

/** What the volume is to be made from. */
export function SourceField({
  sources,
  problem,
  types,
}: {
  sources: readonly ChosenSource[]
  problem: FieldProblem | undefined
  types: readonly VolumeType[]
}) {
  const { t, i18n } = useTranslation('createVolume')
  const form = useFormContext<CreateVolumeValues>()
  const { control, watch, setValue } = form
  const { source: kind, sourceId } = watch()
  const choose = (source: ChosenSource | null) => {
    setValue('sourceId', source?.id ?? '', { shouldDirty: true })
    fillFrom(source, form, types)
  }
  return (
    <>
      <Controller
        control={control}
        name="source"
        render={({ field }) => (
          <TextField
            select
            label={t('source')}
            {...field}
            onChange={(event) => {
              field.onChange(event)
              setValue('sourceId', '')
              fillFrom(null, form, types)
            }}
          >
            {kinds.map((one) => (
              <MenuItem key={one} value={one}>
                {t(`sources.${one}`)}
              </MenuItem>
            ))}
          </TextField>
        )}
      />
      {kind !== 'none' && (
        <Autocomplete
          options={[...sources]}
          value={sources.find(({ id }) => id === sourceId) ?? null}
          onChange={(_event, source) => choose(source)}
          getOptionKey={({ id }) => id}
          getOptionLabel={({ name, leastGiB }) => `${name} (${gibibytes(leastGiB, i18n.language)})`}
          renderInput={(props) => (
            <TextField
              {...props}
              label={t(labels[kind])}
              placeholder={t('choose')}
              helperText={problemText(t, problem)}
            />
          )}
        />
      )}
    </>
  )
}
