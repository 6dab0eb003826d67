import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isDefaultOf, ownDefaultObstacle } from '#src/model/type-actions.ts'
import { noticeOf } from '#src/openstack/error-notice.ts'
import { useSession } from '#src/queries/session.ts'
import { defaultTypeMutation } from '#src/queries/type-changes.ts'
import { ErrorNotice } from '#src/ui/ErrorNotice.tsx'
import { FormDialog } from '#src/ui/FormDialog.tsx'

import type { TypeDialogProps } from './type-dialogs.ts'
import { typeObstacleText } from './type-words.ts'

/** Makes a type the default of the session's project, or has the project follow the cloud's again. */
export function DefaultTypeDialog({ type, onClose }: TypeDialogProps) {
  const { t } = useTranslation('volumeTypes')
  const session = useSession()
  const { project } = session
  const change = useMutation(defaultTypeMutation(session))
  const [unset] = useState(isDefaultOf(type, project.id))
  const obstacle = ownDefaultObstacle(session)
  const label = t(unset ? 'actions.unsetDefault' : 'actions.setDefault')
  return (
    <FormDialog
      title={label}
      submitLabel={label}
      pending={change.isPending}
      submitError={
        change.error && <ErrorNotice title={t('default.failed')} {...noticeOf(change.error)} />
      }
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
    </FormDialog>
  )
}
