import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { DialogFrame } from './DialogFrame.tsx'
import { EquivalentCommand } from './EquivalentCommand.tsx'

/** Asks before something that can't be undone. */
export function ConfirmDialog({
  title,
  confirmLabel,
  pending,
  error,
  command,
  disabled = false,
  onConfirm,
  onClose,
  children,
}: {
  title: string
  confirmLabel: string
  pending: boolean
  error: ReactNode
  /** The command of the `openstack` client that would do the same. */
  command?: string | undefined
  disabled?: boolean
  onConfirm: () => void
  onClose: () => void
  children: ReactNode
}) {
  const { t } = useTranslation('ui')
  return (
    <DialogFrame
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button
            variant="contained"
            color="error"
            loading={pending}
            disabled={disabled}
            onClick={onConfirm}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <Stack spacing={2}>
        {children}
        {error}
        {command !== undefined && <EquivalentCommand command={command} />}
      </Stack>
    </DialogFrame>
  )
}
