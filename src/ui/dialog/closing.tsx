import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { type AnyRouter, useRouter } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { tellLeave } from './on-leave.ts'

/** What closing the dialog would cost: what was typed, or the sight of what comes of a request. */
type Loss = 'typed' | 'sent'

/**
 * The way to close a dialog, and the question that it asks before anything is lost: by Escape, its buttons, and the browser's
 * Back alike.
 */
export function useClosing({
  title,
  dirty,
  pending,
  onClose,
}: {
  title: string
  /** Whether anything was typed. */
  dirty: boolean
  /** Whether a request is under way. */
  pending: boolean
  onClose: () => void
}): { close: () => void; question: ReactNode } {
  const { t } = useTranslation('dialogs')
  // None in tests of a single dialog.
  const router: AnyRouter | undefined = useRouter({ warn: false })
  const history = router?.history
  const [asked, setAsked] = useState<Loss>()
  const loss: Loss | undefined = pending ? 'sent' : dirty ? 'typed' : undefined
  useEffect(() => {
    if (loss === undefined) return undefined
    return history?.block({
      enableBeforeUnload: false,
      blockerFn: ({ action }: { action: string }) => {
        // The page's own steps, such as closing the dialog, are no loss.
        if (action === 'PUSH' || action === 'REPLACE') return false
        setAsked(loss)
        return true
      },
    })
  }, [history, loss])
  const goOn = () => setAsked(undefined)
  const lose = () => {
    if (loss === 'sent') tellLeave(title)
    onClose()
  }
  return {
    close: () => (loss === undefined ? onClose() : setAsked(loss)),
    // What was sent may have come back meanwhile, and is no reason to ask any more.
    question: asked !== undefined && asked === loss && (
      <Dialog open onClose={goOn} aria-label={t(`${loss}.title`)}>
        <DialogTitle>{t(`${loss}.title`)}</DialogTitle>
        {loss === 'sent' && <DialogContent>{t('sent.text')}</DialogContent>}
        <DialogActions>
          <Button autoFocus onClick={goOn}>
            {t(`${loss}.stay`)}
          </Button>
          <Button color={loss === 'typed' ? 'error' : 'primary'} onClick={lose}>
            {t(`${loss}.close`)}
          </Button>
        </DialogActions>
      </Dialog>
    ),
  }
}
