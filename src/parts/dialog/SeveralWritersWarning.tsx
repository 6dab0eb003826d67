import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** What a second attachment means for an ordinary file system; said once, where one is made. */
export function SeveralWritersWarning({
  bootable = false,
  children,
}: {
  /** Whether a volume is bootable, which the cloud may not let a second instance have. */
  bootable?: boolean
  children?: ReactNode
}) {
  const { t } = useTranslation('attachments')
  return (
    <Alert severity="warning" variant="outlined">
      <AlertTitle>{t('warning.title')}</AlertTitle>
      {t('warning.text')}
      {bootable && <Box sx={{ mt: 0.5 }}>{t('warning.bootable')}</Box>}
      {children}
    </Alert>
  )
}
