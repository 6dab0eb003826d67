import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import CircularProgress from '@mui/material/CircularProgress'
import Popover from '@mui/material/Popover'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { newestAbout } from '#src/model/message.ts'
import { isFaulty, nameOf, type Volume } from '#src/model/volume.ts'
import { noticeOf } from '#src/openstack/error-notice.ts'
import { statusWord, toneOf } from '#src/parts/status-words.ts'
import { messagesQuery } from '#src/queries/messages.ts'
import { useSession } from '#src/queries/session.ts'
import { ErrorNotice } from '#src/ui/ErrorNotice.tsx'
import { StatusChip } from '#src/ui/StatusChip.tsx'

/** What Cinder's user message says of a volume that failed. */
function WhyFailed({ volume }: { volume: Volume }) {
  const { t } = useTranslation('volumes')
  const { data, error, refetch } = useQuery(messagesQuery(useSession()))
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

/** A volume's status; one that failed can be asked why. */
export function VolumeStatusCell({ volume }: { volume: Volume }) {
  const { t } = useTranslation('volumes')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const chip = <StatusChip tone={toneOf(volume.status)} label={statusWord(t, volume.status)} />
  if (!isFaulty(volume)) return chip
  return (
    <>
      <ButtonBase
        title={t('message.open', { volume: nameOf(volume) })}
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ font: 'inherit', minHeight: 28, borderRadius: 1, textDecoration: 'underline dotted' }}
      >
        {chip}
      </ButtonBase>
      {anchor && (
        <Popover
          open
          anchorEl={anchor}
          onClose={() => setAnchor(null)}
          anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
          slotProps={{
            paper: { role: 'dialog', 'aria-label': t('message.open', { volume: nameOf(volume) }) },
          }}
        >
          <Box sx={{ p: 2, width: 420, maxWidth: '90vw' }}>
            <WhyFailed volume={volume} />
          </Box>
        </Popover>
      )}
    </>
  )
}
