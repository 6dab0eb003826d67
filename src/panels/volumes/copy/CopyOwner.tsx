import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

import type { Volume } from '#src/model/volume/volume.ts'
import { isOfAnotherProject } from '#src/parts/dialog/AnotherProject.tsx'
import { useScope } from '#src/queries/session.ts'

/**
 * Says to whom a copy of another project's volume will belong: the project of the one who makes it (cinder/volume/api.py,
 * `create_snapshot_in_db`; cinder/backup/api.py, `create`). Nothing where the volumes are the project's own.
 */
export function CopyOwner({ volumes }: { volumes: readonly Pick<Volume, 'projectId'>[] }) {
  const { t } = useTranslation('administration')
  const { project } = useScope()
  if (!volumes.some((volume) => isOfAnotherProject(volume, project))) return null
  return <Typography>{t('another.copy', { own: project.name, count: volumes.length })}</Typography>
}
