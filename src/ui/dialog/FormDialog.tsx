import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { type FormEvent, type ReactNode, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { ReasonedButton } from '#src/ui/form/ReasonedButton.tsx'

import { useClosing } from './closing.tsx'
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
  /** Why there is nothing to send. */
  obstacle?: string | undefined
  /** Whether closing it while a request is under way asks nothing, since it is no loss. */
  mayCloseWhilePending?: boolean
  /** The command of the `openstack` client that would do the same. */
  command?: string | undefined
  width?: 'xs' | 'sm' | 'md' | 'lg'
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** Draws the form's frame: its fields are the children. */
export function FormDialog(props: FormDialogProps) {
  const { title, submitLabel, pending, submitError, dirty, onSubmit, onClose } = props
  const { danger = false, obstacle, disabled = obstacle !== undefined } = props
  const { t } = useTranslation('ui')
  const { t: tDialogs } = useTranslation('dialogs')
  const formId = useId()
  const { close, question } = useClosing({
    title,
    dirty,
    pending: pending && !props.mayCloseWhilePending,
    onClose,
  })
  const sending = useRef(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (pending || disabled || sending.current) return
    // Until `pending` is drawn, a second click or a key that is held down comes here once more.
    sending.current = true
    setTimeout(() => {
      sending.current = false
    })
    onSubmit()
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
            <ReasonedButton
              type="submit"
              form={formId}
              variant="contained"
              color={danger ? 'error' : 'primary'}
              loading={pending}
              disabled={disabled}
              obstacle={obstacle ?? (disabled ? tDialogs('incomplete') : undefined)}
            >
              {submitLabel}
            </ReasonedButton>
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
      {question}
    </DialogFrame>
  )
}
