import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { Holder } from '#src/model/attach/holder.ts'
import { instanceStatusWord } from '#src/parts/words/instance-status-words.ts'
import { FactCard } from '#src/ui/FactCard.tsx'
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
    <FactCard
      name={name}
      note={nameless && t(`holder.${nameless}`)}
      id={instanceId}
      idLabel={t('card.id')}
      facts={facts}
      anchor={anchor}
      onClose={onClose}
    >
      <Button size="small" onClick={onManage}>
        {t('card.manage')}
      </Button>
    </FactCard>
  )
}
