import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { DialogFrame } from './DialogFrame.tsx'
import { EquivalentCommand } from './EquivalentCommand.tsx'

/** Puts the focus into the first field, unless a field has claimed it. */
function focusFirstField(form: HTMLElement | null) {
  if (!form || form.contains(document.activeElement)) return
  form
    .querySelector<HTMLElement>(
      ':is(input:not([type=hidden]), textarea, select, [role=combobox]):not(:disabled, [aria-hidden=true])',
    )
    ?.focus()
}

/** A dialog with a form. What was typed is not thrown away without asking. */
export type FormDialogProps = {
  title: string
  /** Without one there is nothing to send. */
  submitLabel: string | undefined
  /** Of the button that closes the dialog; Cancel when absent. */
  cancelLabel?: string | undefined
  /** Whether sending it destroys something. */
  danger?: boolean
  /** Whether the request is under way. */
  pending: boolean
  /** What came of the last try, where it failed. */
  submitError: ReactNode
  /** Whether anything was typed. */
  dirty: boolean
  /** Whether there is nothing to send. */
  disabled?: boolean
  /** The command of the `openstack` client that would do the same. */
  command?: string | undefined
  width?: 'xs' | 'sm' | 'md' | 'lg'
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** Draws the form's frame: its fields are the children. */
export function FormDialog(props: FormDialogProps) {
  const { title, submitLabel, pending, submitError, dirty, disabled, onSubmit, onClose } = props
  const { danger = false } = props
  const { t } = useTranslation('ui')
  const formId = useId()
  const [asking, setAsking] = useState(false)
  const close = () => (dirty ? setAsking(true) : onClose())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (!pending) onSubmit()
  }
  return (
    <DialogFrame
      title={title}
      onClose={close}
      {...(props.width && { width: props.width })}
      actions={
        <>
          <Button autoFocus={danger} onClick={close}>
            {props.cancelLabel ?? t('dialog.cancel')}
          </Button>
          {submitLabel !== undefined && (
            <Button
              type="submit"
              form={formId}
              variant="contained"
              color={danger ? 'error' : 'primary'}
              loading={pending}
              disabled={disabled ?? false}
            >
              {submitLabel}
            </Button>
          )}
        </>
      }
    >
      <Stack
        ref={focusFirstField}
        component="form"
        id={formId}
        noValidate
        onSubmit={submit}
        spacing={2}
      >
        {props.children}
        {submitError}
        {props.command !== undefined && <EquivalentCommand command={props.command} />}
      </Stack>
      {asking && (
        <Dialog open onClose={() => setAsking(false)} aria-label={t('dialog.discardTitle')}>
          <DialogTitle>{t('dialog.discardTitle')}</DialogTitle>
          <DialogActions>
            <Button autoFocus onClick={() => setAsking(false)}>
              {t('dialog.keep')}
            </Button>
            <Button color="error" onClick={onClose}>
              {t('dialog.discard')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </DialogFrame>
  )
}
