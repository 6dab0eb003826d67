import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'

import { wayOutCommand } from '#src/model/fail-over/fail-over-commands.ts'
import { type LeftBehind, waysOut } from '#src/model/fail-over/fail-over.ts'
import type { InstanceId, VolumeId } from '#src/model/volume/volume.ts'
import { CopyButton } from '#src/ui/form/CopyButton.tsx'
import { PageLink } from '#src/ui/page/PageLink.tsx'

/** How an attachment that stays may be ended after all, with the command where one does it. */
export function WaysOut({
  left,
  instanceId,
  volumeId,
}: {
  left: LeftBehind
  instanceId: InstanceId
  volumeId: VolumeId
}) {
  const { t } = useTranslation('failOver')
  return (
    <Box component="ul" aria-label={t('ways.title')} sx={{ my: 0.5, pl: 3 }}>
      {waysOut[left].map((way) => {
        const command = wayOutCommand(way, instanceId)
        return (
          <li key={way}>
            {t(`ways.${way}`)}{' '}
            {(way === 'return' || way === 'reset-state') && (
              <PageLink to="/admin/volumes" search={{ dialog: 'attachments', volume: volumeId }}>
                {t('ways.manage')}
              </PageLink>
            )}
            {way === 'remove-in-cinder' && (
              <PageLink to="/admin/attachments">{t('ways.attachments')}</PageLink>
            )}
            {command !== undefined && (
              <Box sx={{ fontFamily: 'monospace', fontSize: 12, overflowWrap: 'anywhere' }}>
                {command}
                <CopyButton text={command} what={command} />
              </Box>
            )}
          </li>
        )
      })}
    </Box>
  )
}
