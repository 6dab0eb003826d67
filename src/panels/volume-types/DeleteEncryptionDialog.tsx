import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { changeEncryptionObstacle } from '#src/model/type-actions.ts'
import { removeEncryptionCommand } from '#src/model/type-commands.ts'
import { noticeOf } from '#src/openstack/error-notice.ts'
import { useSession } from '#src/queries/session.ts'
import { removeEncryptionMutation } from '#src/queries/type-changes.ts'
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx'
import { ErrorNotice } from '#src/ui/ErrorNotice.tsx'

import type { TypeDialogProps } from './dialog-props.ts'
import { typeObstacleText } from './type-words.ts'

/** Asks whether volumes of a type are to be plain from now on. */
export function DeleteEncryptionDialog({ type, onClose }: TypeDialogProps) {
  const { t } = useTranslation('volumeTypes')
  const remove = useMutation(removeEncryptionMutation(useSession(), type.id))
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
