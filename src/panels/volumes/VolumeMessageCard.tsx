import Box from '@mui/material/Box'
import CircularProgress from '@mui/material/CircularProgress'
import Popover from '@mui/material/Popover'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { newestAbout } from '#src/model/volume/message.ts'
import { nameOf, type Volume } from '#src/model/volume/volume.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { useScope } from '#src/queries/session.ts'
import { messagesQuery } from '#src/queries/volumes/messages.ts'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'

/** Why a volume failed, at its status; open as long as it is drawn. */
export function VolumeMessageCard({
  volume,
  anchor,
  onClose,
}: {
  volume: Volume
  anchor: HTMLElement
  onClose: () => void
}) {
  const { t } = useTranslation('volumes')
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{
        paper: { role: 'dialog', 'aria-label': t('message.open', { volume: nameOf(volume) }) },
      }}
    >
      <Box sx={{ p: 2, width: 420, maxWidth: '90vw' }}>
        <WhyFailed volume={volume} />
      </Box>
    </Popover>
  )
}

/** What Cinder's user message says of a volume that failed. */
function WhyFailed({ volume }: { volume: Volume }) {
  const { t } = useTranslation('volumes')
  const { data, error, refetch } = useQuery(messagesQuery(useScope()))
  if (error) return <ErrorNotice {...noticeOf(error)} onRetry={() => void refetch()} />
  if (data === undefined) return <CircularProgress size={20} />
  const message = newestAbout(data, volume.id)
  if (message === undefined) return <Typography>{t('message.none')}</Typography>
  return (
    <ErrorNotice
      title={t('message.title')}
      words={message.text}
      {...(message.requestId !== null && { requestId: message.requestId })}
    />
  )
}
