import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** What a second attachment means for an ordinary file system; said once, where one is made. */
export function SeveralWritersWarning({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('attachments')
  return (
    <Alert severity="warning" variant="outlined">
      <AlertTitle>{t('warning.title')}</AlertTitle>
      {t('warning.text')}
      {children}
    </Alert>
  )
}
