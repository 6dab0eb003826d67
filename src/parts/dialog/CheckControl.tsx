import { type Control, Controller, type FieldPathByValue, type FieldValues } from 'react-hook-form'

import { CheckField } from '#src/ui/form/CheckField.tsx'

/** A checkbox of a form. */
export const CheckControl = <Values extends FieldValues>({
  control,
  name,
  label,
  help,
  obstacle,
}: {
  control: Control<Values>
  name: FieldPathByValue<Values, boolean>
  label: string
  help: string
  /** Why it can't be changed. */
  obstacle?: string | undefined
}) => (
  <Controller
    control={control}
    name={name}
    render={({ field: { value, onChange } }) => (
      <CheckField
        label={label}
        help={help}
        obstacle={obstacle}
        checked={value}
        onChange={onChange}
      />
    )}
  />
)
