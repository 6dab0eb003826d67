import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { type Holder, holdersOf } from '#src/model/holder.ts'
import { nameOf, type Volume } from '#src/model/volume.ts'
import { ConfirmDetach } from '#src/parts/ConfirmDetach.tsx'
import { useDetachReason } from '#src/parts/detach-reason.ts'
import { holderTone } from '#src/parts/holder-tone.ts'
import { useKnownInstances, useTasksOf } from '#src/parts/known-instances.ts'
import { DialogFrame } from '#src/ui/DialogFrame.tsx'
import { ReasonedButton } from '#src/ui/ReasonedButton.tsx'
import { StatusChip } from '#src/ui/StatusChip.tsx'
import { TimeText } from '#src/ui/TimeText.tsx'
import { VirtualList } from '#src/ui/VirtualList.tsx'

const finds = (wanted: string) => (holder: Holder) =>
  [holder.name, holder.instanceId, holder.device, holder.hostName].some((text) =>
    text?.toLocaleLowerCase().includes(wanted),
  )

/** All instances that hold a volume, however many, with a search and a way to let each go. */
export function InstancesDialog({ volume, onClose }: { volume: Volume; onClose: () => void }) {
  const { t } = useTranslation('volumes')
  const instances = useKnownInstances()
  const tasks = useTasksOf(volume.id)
  const [wanted, setWanted] = useState('')
  const [detaching, setDetaching] = useState<Holder>()
  const holders = useMemo(() => holdersOf(volume, instances, tasks), [volume, instances, tasks])
  const found = wanted === '' ? holders : holders.filter(finds(wanted.toLocaleLowerCase()))
  return (
    <DialogFrame
      title={t('instances.title', { volume: nameOf(volume) })}
      width="md"
      onClose={onClose}
    >
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', mb: 1 }}>
        <TextField
          type="search"
          size="small"
          autoFocus
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
          placeholder={t('instances.search')}
          slotProps={{ htmlInput: { 'aria-label': t('instances.search') } }}
          sx={{ flex: 1 }}
        />
        <Typography role="status" variant="body2" color="textSecondary">
          {t('instances.count', { count: found.length })}
        </Typography>
      </Box>
      {found.length === 0 && <Typography>{t('instances.noMatch')}</Typography>}
      <VirtualList
        label={t('instances.title', { volume: nameOf(volume) })}
        items={found}
        itemKey={({ key }) => key}
        itemHeight={56}
        maxHeight={420}
      >
        {(holder) => (
          <HolderLine volume={volume} holder={holder} onDetach={() => setDetaching(holder)} />
        )}
      </VirtualList>
      {detaching && (
        <ConfirmDetach
          volume={volume}
          holders={[detaching]}
          onClose={() => setDetaching(undefined)}
        />
      )}
    </DialogFrame>
  )
}

function HolderLine({
  volume,
  holder,
  onDetach,
}: {
  volume: Volume
  holder: Holder
  onDetach: () => void
}) {
  const { t } = useTranslation('volumes')
  const { t: tAttach } = useTranslation('attachments')
  const reason = useDetachReason()(volume, holder)
  const { name, nameless, device, hostName, instance, attachedAt, state } = holder
  return (
    <Box
      sx={{
        height: '100%',
        display: 'grid',
        gridTemplateColumns: { xs: '1fr auto', sm: '2fr 1fr 1fr 1fr auto' },
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
      <Box title={nameless && t(`holder.${nameless}`)}>
        <Box sx={{ fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis' }}>
          <bdi>{name}</bdi>
        </Box>
        {nameless && (
          <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{t(`holder.${nameless}`)}</Box>
        )}
      </Box>
      <Box sx={{ display: { xs: 'none', sm: 'block' } }}>{device ?? t('none')}</Box>
      <Box sx={{ display: { xs: 'none', sm: 'block' } }}>
        {hostName ?? instance?.host ?? <TimeText at={attachedAt} />}
      </Box>
      <Box sx={{ display: { xs: 'none', sm: 'block' } }}>
        <StatusChip tone={holderTone[state]} label={t(`holder.${state}`)} />
      </Box>
      <ReasonedButton
        size="small"
        color="error"
        obstacle={reason}
        aria-label={tAttach('detachFrom', { instance: name })}
        onClick={onDetach}
      >
        {tAttach('detach')}
      </ReasonedButton>
    </Box>
  )
}
