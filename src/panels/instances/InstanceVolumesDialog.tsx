import { useTranslation } from 'react-i18next'

import { type HeldVolume, heldVolumesOf } from '#src/model/attach/held-volume.ts'
import { type Instance, instanceName } from '#src/model/instance/instance.ts'
import { useTasksFor } from '#src/parts/use-known-instances.ts'
import { useVolumeIndex } from '#src/parts/use-known-volumes.ts'
import { holderTone } from '#src/parts/words/holder-tone.ts'
import { StatusChip } from '#src/ui/chips/StatusChip.tsx'
import { ListDialog } from '#src/ui/dialog/ListDialog.tsx'
import { ReasonedButton } from '#src/ui/form/ReasonedButton.tsx'
import { gibibytes } from '#src/ui/formats.ts'
import { ListLine } from '#src/ui/ListLine.tsx'
import { PageLink } from '#src/ui/page/PageLink.tsx'

import type { InstanceDialogProps } from './dialog-props.ts'
import { useHeldReason } from './held-reason.ts'
import { useInstancesDialog } from './instances-navigation.ts'

const textsOf = ({ name, volumeId, device, volume }: HeldVolume) => [
  name,
  volumeId,
  device,
  volume?.typeName,
]

/** All volumes of an instance, however many, with a search, and Detach on each. */
export function InstanceVolumesDialog({ instance, onClose }: InstanceDialogProps) {
  const { t } = useTranslation('instances')
  const { open } = useInstancesDialog()
  const held = heldVolumesOf(instance, useVolumeIndex(), useTasksFor(instance.id))
  return (
    <ListDialog
      title={t('volumes.title', { instance: instanceName(instance) })}
      searchLabel={t('volumes.search')}
      items={held}
      textsOf={textsOf}
      count={(count) => t('volumes.count', { count })}
      noMatch={t(held.length === 0 ? 'detach.notHeld' : 'volumes.noMatch')}
      itemHeight={56}
      maxHeight={420}
      onClose={onClose}
      renderLine={(one) => (
        <HeldLine
          instance={instance}
          held={one}
          onDetach={() => open('detach', instance.id, one.volumeId)}
        />
      )}
    />
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
