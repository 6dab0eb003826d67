import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { ProjectId } from '#src/model/cloud/session.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { projectNamesQuery } from '#src/queries/services/projects.ts'
import { useScope } from '#src/queries/session.ts'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'
import { MultiPicker } from '#src/ui/picker/MultiPicker.tsx'
import type { PickerOption } from '#src/ui/picker/picker-option.ts'

/** Which projects may use a private type. One that has no name any more can still be taken out. */
export function ProjectsField({
  picked,
  loading = false,
  onPickedChange,
}: {
  picked: readonly ProjectId[]
  /** Whether it is being read who may use it now. */
  loading?: boolean
  onPickedChange: (picked: ProjectId[]) => void
}) {
  const { t } = useTranslation('volumeTypes')
  const names = useQuery(projectNamesQuery(useScope()))
  const known: PickerOption[] = [...(names.data ?? [])]
    .map(([id, label]) => ({ id, label, detail: id }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
  const gone: PickerOption[] = picked
    .filter((id) => !names.data?.has(id))
    .map((id) => ({ id, label: id, ...(names.data && { doubt: t('access.gone') }) }))
  return (
    <>
      <MultiPicker
        label={t('access.projects')}
        placeholder={t('access.choose')}
        options={[...known, ...gone]}
        picked={picked}
        onPickedChange={onPickedChange}
        disabled={loading}
        loading={names.isPending}
      />
      {names.error && (
        <ErrorNotice
          severity="warning"
          title={t('failed.projects')}
          {...noticeOf(names.error)}
          onRetry={() => void names.refetch()}
        />
      )}
    </>
  )
}
