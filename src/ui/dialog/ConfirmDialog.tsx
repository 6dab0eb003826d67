import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { ReasonedButton } from '#src/ui/form/ReasonedButton.tsx'

import { useClosing } from './closing.tsx'
import { DialogFrame } from './DialogFrame.tsx'
import { EquivalentCommand } from './EquivalentCommand.tsx'

/** Asks before something that can't be undone. */
export function ConfirmDialog({
  title,
  confirmLabel,
  pending,
  error,
  command,
  obstacle,
  disabled = obstacle !== undefined,
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
  /** Why it is not possible. */
  obstacle?: string | undefined
  onConfirm: () => void
  onClose: () => void
  children: ReactNode
}) {
  const { t } = useTranslation('ui')
  const { close, question } = useClosing({ title, dirty: false, pending, onClose })
  const asked = useRef(false)
  const confirm = () => {
    if (asked.current) return
    // Until `pending` is drawn, a second click comes here once more.
    asked.current = true
    setTimeout(() => {
      asked.current = false
    })
    onConfirm()
  }
  return (
    <DialogFrame
      title={title}
      onClose={close}
      actions={
        <>
          <Button autoFocus onClick={close}>
            {t('dialog.cancel')}
          </Button>
          <ReasonedButton
            variant="contained"
            color="error"
            loading={pending}
            disabled={disabled}
            obstacle={obstacle}
            onClick={confirm}
          >
            {confirmLabel}
          </ReasonedButton>
        </>
      }
    >
      <Stack spacing={2}>
        {children}
        {error}
        {command !== undefined && <EquivalentCommand command={command} />}
      </Stack>
      {question}
    </DialogFrame>
  )
}
