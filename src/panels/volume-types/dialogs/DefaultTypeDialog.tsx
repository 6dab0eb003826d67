import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isDefaultOf, ownDefaultObstacle } from '#src/model/volume-type/type-actions.ts'
import type { TypeDialogProps } from '#src/panels/volume-types/dialog-props.ts'
import { typeObstacleText } from '#src/panels/volume-types/type-words.ts'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { useScope } from '#src/queries/session.ts'
import { defaultTypeMutation } from '#src/queries/volume-types/type-changes.ts'

/** Makes a type the default of the session's project, or has the project follow the cloud's again. */
export function DefaultTypeDialog({ type, onClose }: TypeDialogProps) {
  const { t } = useTranslation('volumeTypes')
  const scope = useScope()
  const { project } = scope
  const change = useMutation(defaultTypeMutation(scope))
  const [unset] = useState(isDefaultOf(type, project.id))
  const obstacle = ownDefaultObstacle(scope)
  const label = t(unset ? 'actions.unsetDefault' : 'actions.setDefault')
  return (
    <MutationDialog
      title={label}
      submitLabel={label}
      mutation={change}
      failed={t('default.failed')}
      dirty={false}
      disabled={obstacle !== undefined}
      onSubmit={() => change.mutate(unset ? undefined : type.id, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        {t(unset ? 'default.unset' : 'default.set', { type: type.name, project: project.name })}
      </Typography>
      {obstacle && (
        <Alert severity="warning" variant="outlined">
          {typeObstacleText(t, obstacle, type.volumes)}
        </Alert>
      )}
      {!unset && !type.isPublic && (
        <Alert severity="warning" variant="outlined">
          {t('default.private', { project: project.name })}
        </Alert>
      )}
    </MutationDialog>
  )
}
