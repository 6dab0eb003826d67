import Alert from '@mui/material/Alert'
import { useTranslation } from 'react-i18next'

/** Says what becomes of the volumes that are of a type when the type is changed, and that the cloud may refuse it for them. */
export function KeepWarning({ volumes }: { volumes: number | undefined }) {
  const { t } = useTranslation('volumeTypes')
  if (volumes === undefined || volumes === 0) return null
  return (
    <Alert severity="warning" variant="outlined">
      {t('keep', { count: volumes })}
    </Alert>
  )
}
