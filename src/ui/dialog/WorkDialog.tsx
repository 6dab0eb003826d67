import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { useClosing } from './closing.tsx'
import { DialogFrame, type DialogFrameProps } from './DialogFrame.tsx'

/** A dialog in which things are begun one after another; it stays open until it is closed, at its foot or elsewhere. */
export function WorkDialog({
  title,
  dirty,
  width = 'sm',
  onClose,
  children,
}: Omit<DialogFrameProps, 'actions'> & {
  /** Whether something is picked or typed that has not been begun. */
  dirty: boolean
  children: ReactNode
}) {
  const { t } = useTranslation('ui')
  const { close, question } = useClosing({ title, dirty, pending: false, onClose })
  return (
    <DialogFrame
      title={title}
      width={width}
      onClose={close}
      corner={false}
      actions={<Button onClick={close}>{t('dialog.close')}</Button>}
    >
      {children}
      {question}
    </DialogFrame>
  )
}
