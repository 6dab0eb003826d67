import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'

import { crowdedHosts, holdersAt, type HostHolder } from '#src/model/fail-over/host-impact.ts'
import { nameOf, type Volume } from '#src/model/volume/volume.ts'
import { useKnownInstances } from '#src/parts/use-known-instances.ts'
import { instanceStatusWord } from '#src/parts/words/instance-status-words.ts'
import { instanceTone } from '#src/parts/words/instance-words.ts'
import { StatusChip } from '#src/ui/chips/StatusChip.tsx'
import { ListDialog } from '#src/ui/dialog/ListDialog.tsx'
import { ReasonedButton } from '#src/ui/form/ReasonedButton.tsx'

import type { HostDialogProps } from './dialog-props.ts'
import { useFailOverReason } from './fail-over/fail-over-words.ts'
import { useHolderText } from './holder-text.ts'
import { hostStateTone } from './host-words.ts'
import { useHostsDialog } from './hosts-navigation.ts'
import { useHostStates } from './known-hosts.ts'

const textsOf = ({ name, instanceId, host }: HostHolder) => [name, instanceId, host]

/** All who hold a volume, each with its host, its status, and a way to fail over from it. */
export function HoldersDialog({ volume, onClose }: HostDialogProps) {
  const { t } = useTranslation('hosts')
  const holders = holdersAt(volume, useKnownInstances(), useHostStates())
  const crowded = crowdedHosts(holders)
  return (
    <ListDialog
      title={t('holders.title', { volume: nameOf(volume) })}
      searchLabel={t('holders.search')}
      items={holders}
      textsOf={textsOf}
      count={(count) => t('holders.count', { count })}
      itemHeight={64}
      maxHeight={448}
      onClose={onClose}
      renderLine={(holder) => (
        <HolderLine
          holder={holder}
          together={holder.host !== null && crowded.has(holder.host)}
          volume={volume}
        />
      )}
    />
  )
}

function HolderLine({
  holder,
  together,
  volume,
}: {
  holder: HostHolder
  /** Whether another holder is on the same host. */
  together: boolean
  volume: Volume
}) {
  const { t } = useTranslation('hosts')
  const { t: tInstances } = useTranslation('instances')
  const { placeOf } = useHolderText()
  const { open } = useHostsDialog()
  const reason = useFailOverReason()(volume, holder)
  const { name, instance, instanceId, device, hostState, cinderHost } = holder
  const second = [
    device,
    together && t('volume.sameHost'),
    cinderHost && t('volume.cinderHost', { host: cinderHost }),
  ]
  return (
    <Box
      sx={{
        height: '100%',
        display: 'grid',
        gridTemplateColumns: { xs: '1fr auto', sm: '2fr 1fr 2fr auto' },
        gap: 1,
        alignItems: 'center',
        borderBottom: 1,
        borderColor: 'divider',
        '& > *': {
          minWidth: 0,
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
        },
      }}
    >
      <Box>
        <Box sx={{ fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis' }}>
          <bdi>{name}</bdi>
        </Box>
        <Box
          title={second.filter(Boolean).join(' · ')}
          sx={{
            fontSize: 12,
            color: 'text.secondary',
            overflow: 'hidden',
            textOverflow: 'ellipsis',
          }}
        >
          <Box component="span" sx={{ display: { xs: 'inline', sm: 'none' } }}>
            {placeOf(holder)}{' '}
          </Box>
          {second.filter(Boolean).join(' · ')}
        </Box>
      </Box>
      <Box sx={{ display: { xs: 'none', sm: 'block' } }}>
        {instance ? (
          <StatusChip
            tone={instanceTone(instance)}
            label={instanceStatusWord(tInstances, instance.status)}
          />
        ) : (
          t('volume.unknownInstance')
        )}
      </Box>
      <Box sx={{ display: { xs: 'none', sm: 'block' } }}>
        <StatusChip tone={hostStateTone[hostState]} label={placeOf(holder)} />
      </Box>
      <ReasonedButton
        size="small"
        obstacle={reason}
        aria-label={t('volume.failOverFrom', { name })}
        onClick={() => instanceId !== null && open('fail-over', volume.id, instanceId)}
      >
        {t('volume.failOver')}
      </ReasonedButton>
    </Box>
  )
}
