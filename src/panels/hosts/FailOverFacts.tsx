import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'

import type { FailedHolder } from '#src/model/fail-over.ts'
import { shortId } from '#src/model/holder.ts'
import { hostOf } from '#src/model/host-impact.ts'
import { instanceName } from '#src/model/instance.ts'
import { attachmentOf, type Volume } from '#src/model/volume.ts'
import { AnotherProject } from '#src/parts/AnotherProject.tsx'
import { instanceStatusWord } from '#src/parts/instance-status-words.ts'
import { instanceTone } from '#src/parts/instance-words.ts'
import { StatusChip } from '#src/ui/StatusChip.tsx'

import { hostStateTone, hostStateWord } from './host-words.ts'

/** Whose the volume is, and who is to lose it: the instance, its status, and the state of its host. */
export function FailOverFacts({ volume, from }: { volume: Volume; from: FailedHolder }) {
  const { t } = useTranslation('failOver')
  const { t: tHosts } = useTranslation('hosts')
  const { t: tInstances } = useTranslation('instances')
  const { instance, instanceId, hostState } = from
  const attachment = attachmentOf(volume, instanceId)
  const host = hostOf({ hostName: attachment?.hostName ?? null }, instance)
  return (
    <>
      <AnotherProject things={[volume]} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.5 }}>
        <Box sx={{ overflowWrap: 'anywhere', minWidth: 0 }}>
          {t('from')} <b>{instance ? instanceName(instance) : shortId(instanceId)}</b>
        </Box>
        {instance ? (
          <StatusChip
            tone={instanceTone(instance)}
            label={instanceStatusWord(tInstances, instance.status)}
          />
        ) : (
          <span>{tHosts('volume.unknownInstance')}</span>
        )}
        {host !== null && (
          <StatusChip
            tone={hostStateTone[hostState]}
            label={t('host', { host, state: hostStateWord(tHosts, hostState) })}
          />
        )}
      </Box>
    </>
  )
}
