import Typography from '@mui/material/Typography'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { ProjectId } from '#src/model/cloud/session.ts'
import { accessObstacle } from '#src/model/volume-type/type-actions.ts'
import { accessChange } from '#src/model/volume-type/type-change.ts'
import { accessCommand } from '#src/model/volume-type/type-commands.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import type { TypeDialogProps } from '#src/panels/volume-types/dialog-props.ts'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { useFirst } from '#src/parts/dialog/use-frozen.ts'
import { useScope } from '#src/queries/session.ts'
import { changeAccessMutation } from '#src/queries/volume-types/type-changes.ts'
import { typeAccessQuery } from '#src/queries/volume-types/volume-types.ts'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'

import { ProjectsField } from './ProjectsField.tsx'

/** Says which projects may use a private type. */
export function AccessDialog({ type, onClose }: TypeDialogProps) {
  const { t } = useTranslation('volumeTypes')
  const scope = useScope()
  const save = useMutation(changeAccessMutation(scope))
  const access = useQuery(typeAccessQuery(scope, type))
  const [picked, setPicked] = useState<readonly ProjectId[]>()
  // What somebody else grants while the form is open is none of its changes.
  const allowed = useFirst(access.data) ?? []
  const projects = picked ?? allowed
  const change = accessChange(allowed, projects)
  const unchanged = change.grant.length + change.revoke.length === 0
  const isPublic = accessObstacle(type) !== undefined
  return (
    <MutationDialog
      title={t('access.title')}
      submitLabel={t('save')}
      mutation={save}
      failed={t('access.failed')}
      dirty={!unchanged}
      disabled={unchanged || access.data === undefined}
      command={accessCommand(type, change)}
      onSubmit={() => save.mutate({ id: type.id, change }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        {isPublic ? t('obstacles.public') : t('access.text', { type: type.name })}
      </Typography>
      {!isPublic && (
        <ProjectsField
          picked={projects}
          loading={access.data === undefined}
          onPickedChange={setPicked}
        />
      )}
      {change.revoke.length > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('access.revoked')}
        </Typography>
      )}
      {access.error && (
        <ErrorNotice
          title={t('failed.access')}
          {...noticeOf(access.error)}
          onRetry={() => void access.refetch()}
        />
      )}
    </MutationDialog>
  )
}
