import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { onUpdate } from './update-watch.ts'

/** Says that Mooring was updated, once a part of the page can't be loaded for it. When to reload is up to the person. */
export function UpdateNotice() {
  const { t } = useTranslation('frame')
  const [updated, setUpdated] = useState(false)
  useEffect(() => onUpdate(() => setUpdated(true)), [])
  if (!updated) return null
  return (
    <Alert
      severity="info"
      role="alert"
      action={
        <Button color="inherit" size="small" onClick={() => location.reload()}>
          {t('updated.reload')}
        </Button>
      }
      // Above all dialogs: what is behind them can't be opened any more.
      sx={{ position: 'fixed', top: 8, left: '50%', translate: '-50%', zIndex: 1600, boxShadow: 4 }}
    >
      {t('updated.text')}
    </Alert>
  )
}
