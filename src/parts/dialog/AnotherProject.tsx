import Alert from '@mui/material/Alert'
import { useTranslation } from 'react-i18next'

import { projectNameOf } from '#src/model/volume/volume-filter.ts'
import { useProjectNames } from '#src/parts/use-project-names.ts'
import { useScope } from '#src/queries/session.ts'

/** Something that belongs to a project; null where that is not told. */
type Owned = { projectId: string | null }

/** Whether a thing belongs to another project than the session's. */
export const isOfAnotherProject = ({ projectId }: Owned, project: { id: string }): boolean =>
  projectId !== null && projectId !== project.id

/** Says whose the things are that a dialog is about, where they are another project's; nothing where they are one's own. */
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
