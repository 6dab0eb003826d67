import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { type HeldVolume, heldVolumesOf } from '#src/model/attach/held-volume.ts'
import { type Instance, instanceName } from '#src/model/instance/instance.ts'
import { contains, folded } from '#src/model/search-text.ts'
import { useTasksFor } from '#src/parts/use-known-instances.ts'
import { useVolumeIndex } from '#src/parts/use-known-volumes.ts'
import { holderTone } from '#src/parts/words/holder-tone.ts'
import { StatusChip } from '#src/ui/chips/StatusChip.tsx'
import { DialogFrame } from '#src/ui/dialog/DialogFrame.tsx'
import { ReasonedButton } from '#src/ui/form/ReasonedButton.tsx'
import { gibibytes } from '#src/ui/formats.ts'
import { ListLine } from '#src/ui/ListLine.tsx'
import { FilterSearch } from '#src/ui/page/FilterBar.tsx'
import { PageLink } from '#src/ui/page/PageLink.tsx'
import { VirtualList } from '#src/ui/VirtualList.tsx'

import type { InstanceDialogProps } from './dialog-props.ts'
import { useHeldReason } from './held-reason.ts'
import { useInstancesDialog } from './instances-navigation.ts'

const finds = (wanted: string) => (held: HeldVolume) =>
  contains([held.name, held.volumeId, held.device, held.volume?.typeName], wanted)

/** All volumes of an instance, however many, with a search and a way to let each go. */
export function InstanceVolumesDialog({ instance, onClose }: InstanceDialogProps) {
  const { t } = useTranslation('instances')
  const { open } = useInstancesDialog()
  const [wanted, setWanted] = useState('')
  const held = heldVolumesOf(instance, useVolumeIndex(), useTasksFor(instance.id))
  const found = held.filter(finds(folded(wanted)))
  const title = t('volumes.title', { instance: instanceName(instance) })
  return (
    <DialogFrame title={title} width="md" onClose={onClose}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', mb: 1 }}>
        <FilterSearch
          inDialog
          label={t('volumes.search')}
          value={wanted}
          onChange={(text = '') => setWanted(text)}
        />
        <Typography role="status" variant="body2" color="textSecondary">
          {t('volumes.count', { count: found.length })}
        </Typography>
      </Box>
      {found.length === 0 && (
        <Typography>{t(held.length === 0 ? 'detach.notHeld' : 'volumes.noMatch')}</Typography>
      )}
      <VirtualList
        label={title}
        items={found}
        itemKey={({ key }) => key}
        itemHeight={56}
        maxHeight={420}
      >
        {(one) => (
          <HeldLine
            instance={instance}
            held={one}
            onDetach={() => open('detach', instance.id, one.volumeId)}
          />
        )}
      </VirtualList>
    </DialogFrame>
  )
}

function HeldLine({
  instance,
  held,
  onDetach,
}: {
  instance: Instance
  held: HeldVolume
  onDetach: () => void
}) {
  const { t, i18n } = useTranslation('instances')
  const { t: tVolumes } = useTranslation('volumes')
  const reason = useHeldReason()(instance, held)
  const { name, nameless, volume, device, holders, state } = held
  const facts = [volume && gibibytes(volume.sizeGiB, i18n.language), volume?.typeName]
  return (
    <ListLine
      name={
        volume ? (
          <PageLink
            to="/project/volumes"
            search={{ dialog: 'attachments', volume: volume.id }}
            color="inherit"
            underline="hover"
          >
            <bdi>{name}</bdi>
          </PageLink>
        ) : (
          <bdi>{name}</bdi>
        )
      }
      note={nameless ? t(`held.${nameless}`) : facts.filter(Boolean).join(' · ')}
      facts={[
        device ?? t('none'),
        nameless ? t('none') : t('held.instances', { count: holders }),
        <StatusChip key="state" tone={holderTone[state]} label={tVolumes(`holder.${state}`)} />,
      ]}
    >
      <ReasonedButton
        size="small"
        color="error"
        obstacle={reason}
        aria-label={t('volumes.detach', { volume: name })}
        onClick={onDetach}
      >
        {t('actions.detach')}
      </ReasonedButton>
    </ListLine>
  )
}
