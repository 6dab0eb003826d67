import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { changeEncryptionObstacle } from '#src/model/volume-type/type-actions.ts'
import { removeEncryptionCommand } from '#src/model/volume-type/type-commands.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import type { TypeDialogProps } from '#src/panels/volume-types/dialog-props.ts'
import { typeObstacleText } from '#src/panels/volume-types/type-words.ts'
import { useScope } from '#src/queries/session.ts'
import { removeEncryptionMutation } from '#src/queries/volume-types/type-changes.ts'
import { ConfirmDialog } from '#src/ui/dialog/ConfirmDialog.tsx'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'

/** Asks whether volumes of a type are to be plain from now on. */
export function DeleteEncryptionDialog({ type, onClose }: TypeDialogProps) {
  const { t } = useTranslation('volumeTypes')
  const remove = useMutation(removeEncryptionMutation(useScope(), type.id))
  const [encryption] = useState(type.encryption)
  const obstacle = changeEncryptionObstacle(type)
  return (
    <ConfirmDialog
      title={t('actions.deleteEncryption')}
      confirmLabel={t('actions.deleteEncryption')}
      pending={remove.isPending}
      disabled={!encryption || obstacle !== undefined}
      error={
        remove.error && <ErrorNotice title={t('encryption.failed')} {...noticeOf(remove.error)} />
      }
      command={removeEncryptionCommand(type)}
      onConfirm={() => {
        if (encryption) remove.mutate(encryption.id, { onSuccess: onClose })
      }}
      onClose={onClose}
    >
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        {obstacle
          ? typeObstacleText(t, obstacle, type.volumes)
          : t(encryption ? 'encryption.deleteText' : 'encryption.none', { type: type.name })}
      </Typography>
    </ConfirmDialog>
  )
}
