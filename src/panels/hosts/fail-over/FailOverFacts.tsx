import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'

import { shortId } from '#src/model/attach/holder.ts'
import type { FailedHolder } from '#src/model/fail-over/fail-over.ts'
import { hostOf } from '#src/model/fail-over/host-impact.ts'
import { instanceName } from '#src/model/instance/instance.ts'
import { attachmentOf, type Volume } from '#src/model/volume/volume.ts'
import { hostStateTone, hostStateWord } from '#src/panels/hosts/host-words.ts'
import { AnotherProject } from '#src/parts/dialog/AnotherProject.tsx'
import { instanceStatusWord } from '#src/parts/words/instance-status-words.ts'
import { instanceTone } from '#src/parts/words/instance-words.ts'
import { StatusChip } from '#src/ui/chips/StatusChip.tsx'

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
