import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { shareObstacle } from '#src/model/volume-type/type-actions.ts'
import {
  accessChange,
  typeChange,
  typeProblems,
  type TypeValues,
} from '#src/model/volume-type/type-change.ts'
import { editTypeCommand } from '#src/model/volume-type/type-commands.ts'
import { isShareableType, shareableExtraSpec } from '#src/model/volume-type/volume-type.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import type { TypeDialogProps } from '#src/panels/volume-types/dialog-props.ts'
import { typeObstacleText } from '#src/panels/volume-types/type-words.ts'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { useFirst } from '#src/parts/dialog/use-frozen.ts'
import { useScope } from '#src/queries/session.ts'
import { updateTypeMutation } from '#src/queries/volume-types/type-changes.ts'
import { typeAccessQuery } from '#src/queries/volume-types/volume-types.ts'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'

import { KeepWarning } from './KeepWarning.tsx'
import { PlacementNote } from './PlacementNote.tsx'
import { TypeFields } from './TypeFields.tsx'

/** Changes a volume type: what it is called, who may use it, and whether its volumes can be shared. */
export function EditTypeDialog({ type, onClose }: TypeDialogProps) {
  const { t } = useTranslation('volumeTypes')
  const scope = useScope()
  const update = useMutation(updateTypeMutation(scope))
  const access = useQuery(typeAccessQuery(scope, type))
  const [typed, setTyped] = useState<Partial<TypeValues>>({})
  // Compared with what the form was opened with, so that what others change meanwhile stays.
  const [opened] = useState(type)
  const allowed = useFirst(access.data) ?? []
  const values: TypeValues = {
    name: opened.name,
    description: opened.description,
    isPublic: opened.isPublic,
    shareable: isShareableType(opened),
    projects: allowed,
    ...typed,
  }
  const wrong = Object.keys(typeProblems(values)).length > 0
  const change = typeChange(opened, values)
  const ofAccess = accessChange(allowed, values.isPublic ? allowed : values.projects)
  const unchanged =
    Object.values(change).every((value) => value === undefined) &&
    ofAccess.grant.length + ofAccess.revoke.length === 0
  // Without knowing who may use it, nobody would be left.
  const unread = !type.isPublic && access.data === undefined
  const obstacle = shareObstacle(type)
  return (
    <MutationDialog
      title={t('edit.title')}
      submitLabel={t('edit.title')}
      mutation={update}
      failed={t('edit.failed')}
      dirty={!unchanged}
      disabled={wrong || unchanged || unread}
      command={wrong ? undefined : editTypeCommand(type, change, ofAccess)}
      onSubmit={() =>
        update.mutate({ id: type.id, change, access: ofAccess }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <TypeFields
        values={values}
        onChange={(part) => setTyped({ ...typed, ...part })}
        shareObstacle={typeObstacleText(t, obstacle, type.volumes)}
        readingAccess={unread}
      />
      {access.error && (
        <ErrorNotice
          title={t('failed.access')}
          {...noticeOf(access.error)}
          onRetry={() => void access.refetch()}
        />
      )}
      {change.shareable !== undefined && <KeepWarning volumes={type.volumes} />}
      {change.shareable && <PlacementNote specs={{ ...type.extraSpecs, ...shareableExtraSpec }} />}
    </MutationDialog>
  )
}
