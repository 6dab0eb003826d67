import Box from '@mui/material/Box'
import Popover from '@mui/material/Popover'
import Typography from '@mui/material/Typography'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { HeldVolume } from '#src/model/attach/held-volume.ts'
import type { Instance } from '#src/model/instance/instance.ts'
import { statusWord } from '#src/parts/words/status-words.ts'
import { ButtonLink } from '#src/ui/form/ButtonLink.tsx'
import { CopyButton } from '#src/ui/form/CopyButton.tsx'
import { ReasonedButton } from '#src/ui/form/ReasonedButton.tsx'
import { gibibytes } from '#src/ui/formats.ts'
import { TimeText } from '#src/ui/TimeText.tsx'

import { useHeldReason } from './held-reason.ts'
import { useInstancesDialog } from './instances-navigation.ts'

/** What is known of a volume that an instance holds. */
export function VolumeCard({
  instance,
  held,
  anchor,
  onClose,
}: {
  instance: Instance
  held: HeldVolume
  anchor: HTMLElement
  onClose: () => void
}) {
  const { t, i18n } = useTranslation('instances')
  const { t: tVolumes } = useTranslation('volumes')
  const { open } = useInstancesDialog()
  const reason = useHeldReason()(instance, held)
  const { volume, volumeId, name, nameless, device, attachedAt, holders } = held
  const facts: [string, ReactNode][] = [
    [t('held.size'), volume && gibibytes(volume.sizeGiB, i18n.language)],
    [t('held.type'), volume?.typeName],
    [t('held.status'), volume && statusWord(tVolumes, volume.status)],
    [t('held.device'), device],
    [t('held.sharing'), volume && t('held.instances', { count: holders })],
    [t('held.since'), attachedAt === null ? null : <TimeText key="at" at={attachedAt} />],
  ]
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{ paper: { role: 'dialog', 'aria-label': name } }}
    >
      <Box sx={{ p: 2, width: 340, maxWidth: '90vw' }}>
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          <bdi>{name}</bdi>
        </Typography>
        {nameless && (
          <Typography variant="body2" color="warning">
            {t(`held.${nameless}`)}
          </Typography>
        )}
        <Box sx={{ fontFamily: 'monospace', fontSize: 12, color: 'text.secondary' }}>
          {volumeId}
          <CopyButton text={volumeId} what={t('held.id')} />
        </Box>
        <Box
          component="dl"
          sx={{
            display: 'grid',
            gridTemplateColumns: 'auto 1fr',
            columnGap: 2,
            rowGap: 0.5,
            my: 1,
          }}
        >
          {facts
            .filter(([, value]) => value !== null && value !== undefined)
            .map(([label, value]) => (
              <Fragment key={label}>
                <Box component="dt" sx={{ color: 'text.secondary' }}>
                  {label}
                </Box>
                <Box component="dd" sx={{ m: 0 }}>
                  {value}
                </Box>
              </Fragment>
            ))}
        </Box>
        {volume && (
          <ButtonLink
            size="small"
            to="/project/volumes"
            search={{ dialog: 'attachments', volume: volumeId }}
          >
            {t('held.manage')}
          </ButtonLink>
        )}
        <ReasonedButton
          size="small"
          color="error"
          obstacle={reason}
          onClick={() => {
            onClose()
            open('detach', instance.id, volumeId)
          }}
        >
          {t('actions.detach')}
        </ReasonedButton>
      </Box>
    </Popover>
  )
}
