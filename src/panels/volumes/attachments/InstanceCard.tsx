import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Popover from '@mui/material/Popover'
import Typography from '@mui/material/Typography'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { Holder } from '#src/model/attach/holder.ts'
import { instanceStatusWord } from '#src/parts/words/instance-status-words.ts'
import { CopyButton } from '#src/ui/form/CopyButton.tsx'
import { TimeText } from '#src/ui/TimeText.tsx'

/** What is known of an instance that holds a volume. */
export function InstanceCard({
  holder,
  anchor,
  onClose,
  onManage,
}: {
  holder: Holder
  anchor: HTMLElement
  onClose: () => void
  onManage: () => void
}) {
  const { t } = useTranslation('volumes')
  const { t: tInstances } = useTranslation('instances')
  const { instance, instanceId, nameless, device, hostName, attachedAt, name } = holder
  const facts: [string, ReactNode][] = [
    [t('card.status'), instance && instanceStatusWord(tInstances, instance.status)],
    [t('card.zone'), instance?.availabilityZone],
    [t('card.device'), device],
    [t('card.host'), hostName ?? instance?.host],
    [t('card.since'), attachedAt === null ? null : <TimeText key="at" at={attachedAt} />],
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
            {t(`holder.${nameless}`)}
          </Typography>
        )}
        {instanceId !== null && (
          <Box sx={{ fontFamily: 'monospace', fontSize: 12, color: 'text.secondary' }}>
            {instanceId}
            <CopyButton text={instanceId} what={t('card.id')} />
          </Box>
        )}
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
        <Button size="small" onClick={onManage}>
          {t('card.manage')}
        </Button>
      </Box>
    </Popover>
  )
}
