import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'

import { typeProblems, type TypeValues } from '#src/model/volume-type/type-change.ts'
import { CheckField } from '#src/ui/form/CheckField.tsx'

import { ProjectsField } from './ProjectsField.tsx'

/** What is said of a volume type, new or changed. */
export function TypeFields({
  values,
  onChange,
  shareObstacle,
  readingAccess = false,
  showMissing = true,
  disabled = false,
}: {
  values: TypeValues
  onChange: (part: Partial<TypeValues>) => void
  /** Why it can't become shareable. */
  shareObstacle?: string | undefined
  readingAccess?: boolean
  /** Whether a name that is missing is said to be. */
  showMissing?: boolean
  /** Whether all but the projects is settled. */
  disabled?: boolean
}) {
  const { t } = useTranslation('volumeTypes')
  const problems = typeProblems(values)
  const ofName = problems.name === 'name-missing' && !showMissing ? undefined : problems.name
  const settled = disabled ? t('create.settled') : undefined
  return (
    <>
      <TextField
        autoFocus
        label={t('fields.name')}
        value={values.name}
        disabled={disabled}
        error={ofName !== undefined}
        helperText={ofName && t(`problems.${ofName}`)}
        onChange={({ target }) => onChange({ name: target.value })}
        slotProps={{ htmlInput: { 'aria-required': true } }}
      />
      <TextField
        label={t('fields.description')}
        multiline
        minRows={2}
        value={values.description}
        disabled={disabled}
        error={problems.description !== undefined}
        helperText={problems.description && t(`problems.${problems.description}`)}
        onChange={({ target }) => onChange({ description: target.value })}
      />
      <CheckField
        label={t('fields.shareable')}
        help={t('fields.shareableHelp')}
        obstacle={settled ?? shareObstacle}
        checked={values.shareable}
        onChange={(shareable) => onChange({ shareable })}
      />
      <CheckField
        label={t('fields.public')}
        help={t('fields.publicHelp')}
        obstacle={settled}
        checked={values.isPublic}
        onChange={(isPublic) => onChange({ isPublic })}
      />
      {!values.isPublic && (
        <ProjectsField
          picked={values.projects}
          loading={readingAccess}
          onPickedChange={(projects) => onChange({ projects })}
        />
      )}
    </>
  )
}
