import Alert from '@mui/material/Alert'
import { useTranslation } from 'react-i18next'

import { projectNameOf } from '#src/model/volume/volume-filter.ts'
import { useProjectNames } from '#src/parts/use-project-names.ts'
import { useScope } from '#src/queries/session.ts'

/** Something that belongs to a project; null where that is unknown. */
type Owned = { projectId: string | null }

/** Whether a thing belongs to another project than the session's. */
export const isOfAnotherProject = ({ projectId }: Owned, project: { id: string }): boolean =>
  projectId !== null && projectId !== project.id

/** Warns when the dialog's items belong to another project; renders nothing otherwise. */
export function AnotherProject({ things }: { things: readonly Owned[] }) {
  const { t } = useTranslation('administration')
  const { project } = useScope()
  const others = things.filter((thing) => isOfAnotherProject(thing, project))
  const names = useProjectNames(others.length > 0)
  if (others.length === 0) return null
  const owners = [...new Set(others.map((thing) => projectNameOf(thing, names)))].toSorted()
  const told = { projects: owners.join(', '), own: project.name }
  return (
    <Alert severity="info" variant="outlined" sx={{ mb: 2, overflowWrap: 'anywhere' }}>
      {things.length === 1
        ? t('another.one', told)
        : t('another.several', { ...told, count: others.length, all: things.length })}
    </Alert>
  )
}
