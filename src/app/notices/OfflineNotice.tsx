import Alert from '@mui/material/Alert'
import Portal from '@mui/material/Portal'
import { useTranslation } from 'react-i18next'

/** Says that there is no network, and of when what is shown is. It lies over the page, so that nothing moves. */
export function OfflineNotice({
  readAt,
}: {
  /** When something was read last, in ms since the epoch; undefined where nothing was. */
  readAt: number | undefined
}) {
  const { t, i18n } = useTranslation('dialogs')
  const time =
    readAt === undefined
      ? undefined
      : new Intl.DateTimeFormat(i18n.language, { timeStyle: 'medium' }).format(readAt)
  return (
    // Not inside of the page, which is hidden from screen readers while a dialog is open.
    <Portal>
      <Alert
        severity="warning"
        // Above dialogs, too: what is sent from there would not arrive.
        sx={{
          position: 'fixed',
          bottom: 16,
          left: '50%',
          translate: '-50%',
          zIndex: 1500,
          boxShadow: 4,
          width: 'max-content',
          maxWidth: 'calc(100vw - 32px)',
        }}
      >
        {time === undefined ? t('offline.nothing') : t('offline.since', { time })}
      </Alert>
    </Portal>
  )
}
