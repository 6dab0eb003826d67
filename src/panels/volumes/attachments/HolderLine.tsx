import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import type { Holder } from '#src/model/attach/holder.ts'
import type { Volume } from '#src/model/volume/volume.ts'
import { useDetachReason } from '#src/parts/use-detach-reason.ts'
import { holderTone } from '#src/parts/words/holder-tone.ts'
import { StatusChip } from '#src/ui/chips/StatusChip.tsx'
import { ReasonedButton } from '#src/ui/form/ReasonedButton.tsx'
import { ListLine } from '#src/ui/ListLine.tsx'
import { TimeText } from '#src/ui/TimeText.tsx'

/** One that holds a volume, and the way to let it go; drawn again only when something of it has changed. */
export const HolderLine = memo(function HolderLine({
  volume,
  holder,
  onDetach,
}: {
  volume: Volume
  holder: Holder
  onDetach: (holder: Holder) => void
}) {
  const { t } = useTranslation('volumes')
  const { t: tAttach } = useTranslation('attachments')
  const reason = useDetachReason()(volume, holder)
  const { name, nameless, device, hostName, instance, attachedAt, state } = holder
  const namelessText = nameless && t(`holder.${nameless}`)
  return (
    <ListLine
      name={<bdi>{name}</bdi>}
      note={namelessText}
      hint={namelessText}
      facts={[
        device ?? t('none'),
        hostName ?? instance?.host ?? <TimeText at={attachedAt} />,
        <StatusChip key="state" tone={holderTone[state]} label={t(`holder.${state}`)} />,
      ]}
    >
      <ReasonedButton
        size="small"
        color="error"
        obstacle={reason}
        aria-label={tAttach('detachFrom', { instance: name })}
        onClick={() => onDetach(holder)}
      >
        {tAttach('detach')}
      </ReasonedButton>
    </ListLine>
  )
})
