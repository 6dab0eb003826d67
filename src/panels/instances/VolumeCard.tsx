import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { HeldVolume } from '#src/model/attach/held-volume.ts'
import type { Instance } from '#src/model/instance/instance.ts'
import { statusWord } from '#src/parts/words/status-words.ts'
import { FactCard } from '#src/ui/FactCard.tsx'
import { ButtonLink } from '#src/ui/form/ButtonLink.tsx'
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
    <FactCard
      name={name}
      note={nameless && t(`held.${nameless}`)}
      id={volumeId}
      idLabel={t('held.id')}
      facts={facts}
      anchor={anchor}
      onClose={onClose}
    >
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
    </FactCard>
  )
}
