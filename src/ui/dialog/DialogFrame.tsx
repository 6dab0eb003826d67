import Close from '@mui/icons-material/Close'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import IconButton from '@mui/material/IconButton'
import useMediaQuery from '@mui/material/useMediaQuery'
import { type ReactNode, use, useId } from 'react'
import { useTranslation } from 'react-i18next'

import { DialogNote } from './dialog-note.ts'
import { useEscape } from './escape.ts'

/** What every dialog has: a title, a way out, and the whole screen on a phone. */
export type DialogFrameProps = {
  title: string
  onClose: () => void
  width?: 'xs' | 'sm' | 'md' | 'lg'
  children: ReactNode
  actions?: ReactNode
  /** Whether a button in the corner closes it; not where one among the actions has the same name. */
  corner?: boolean
}

/** A dialog that is open as long as it is drawn. */
export function DialogFrame(props: DialogFrameProps) {
  const { title, onClose, width = 'sm', children, actions, corner = true } = props
  const { t } = useTranslation('ui')
  const small = useMediaQuery('(max-width:600px)')
  const titleId = useId()
  const note = use(DialogNote)
  useEscape(titleId, onClose)
  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth={width}
      fullWidth
      fullScreen={small}
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId} sx={{ pr: 7, overflowWrap: 'anywhere' }}>
        {title}
      </DialogTitle>
      {corner && (
        <IconButton
          aria-label={t('dialog.close')}
          onClick={onClose}
          sx={{ position: 'absolute', right: 12, top: 12 }}
        >
          <Close />
        </IconButton>
      )}
      <DialogContent dividers>
        {note}
        {children}
      </DialogContent>
      {actions && (
        <DialogActions disableSpacing sx={{ px: 3, py: 1.5, gap: 1, flexWrap: 'wrap' }}>
          {actions}
        </DialogActions>
      )}
    </Dialog>
  )
}
