import TextField from '@mui/material/TextField'
import type { FieldError, UseFormRegisterReturn } from 'react-hook-form'

import { useLengthRule } from './length-rule.ts'

type Field = 'name' | 'description'
type Rule = { validate: (text: string) => true | string }

/** A name and a description, as Cinder takes them: neither is longer than 255 characters. */
export function NameFields({
  nameLabel,
  descriptionLabel,
  register,
  errors,
}: {
  nameLabel: string
  descriptionLabel: string
  /** The form's own. */
  register: (field: Field, rule: Rule) => UseFormRegisterReturn
  errors: Partial<Record<Field, FieldError>>
}) {
  const rule: Rule = { validate: useLengthRule() }
  return (
    <>
      <TextField
        autoFocus
        label={nameLabel}
        error={errors.name !== undefined}
        helperText={errors.name?.message}
        {...register('name', rule)}
      />
      <TextField
        label={descriptionLabel}
        multiline
        minRows={2}
        error={errors.description !== undefined}
        helperText={errors.description?.message}
        {...register('description', rule)}
      />
    </>
  )
}
