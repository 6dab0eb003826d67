import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { typeProblems, type TypeValues } from '#src/model/volume-type/type-change.ts'
import { createTypeCommand } from '#src/model/volume-type/type-commands.ts'
import { shareableExtraSpec } from '#src/model/volume-type/volume-type.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { useScope } from '#src/queries/session.ts'
import { createTypeMutation, changeAccessMutation } from '#src/queries/volume-types/type-changes.ts'
import { FormDialog } from '#src/ui/dialog/FormDialog.tsx'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'

import { PlacementNote } from './PlacementNote.tsx'
import { TypeFields } from './TypeFields.tsx'

const empty: TypeValues = {
  name: '',
  description: '',
  isPublic: true,
  shareable: false,
  projects: [],
}

/** Makes a volume type. A private one is made first and opened to its projects then, which can fail by itself. */
export function CreateTypeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('volumeTypes')
  const scope = useScope()
  const create = useMutation(createTypeMutation(scope))
  const access = useMutation(changeAccessMutation(scope))
  const [values, setValues] = useState(empty)
  const wrong = Object.keys(typeProblems(values)).length > 0
  const made = create.data
  const openTo = (id: string) =>
    values.isPublic || values.projects.length === 0
      ? onClose()
      : access.mutate(
          { id, change: { grant: values.projects, revoke: [] } },
          { onSuccess: onClose },
        )
  const submit = () => {
    if (wrong) return
    if (made) openTo(made.id)
    else
      create.mutate({ ...values, name: values.name.trim() }, { onSuccess: ({ id }) => openTo(id) })
  }
  return (
    <FormDialog
      title={t('create.title')}
      submitLabel={t(made ? 'create.openOnly' : 'create.title')}
      pending={create.isPending || access.isPending}
      submitError={
        <>
          {create.error && <ErrorNotice title={t('create.failed')} {...noticeOf(create.error)} />}
          {access.error && (
            <ErrorNotice title={t('create.accessFailed')} {...noticeOf(access.error)} />
          )}
        </>
      }
      dirty={values !== empty && !made}
      disabled={wrong}
      command={wrong || made ? undefined : createTypeCommand(values)}
      onSubmit={submit}
      onClose={onClose}
    >
      <TypeFields
        values={values}
        onChange={(part) => setValues({ ...values, ...part })}
        showMissing={false}
        disabled={made !== undefined}
      />
      {values.shareable && <PlacementNote specs={shareableExtraSpec} />}
    </FormDialog>
  )
}
