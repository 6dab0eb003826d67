import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { type Holder, holdersOf } from '#src/model/attach/holder.ts'
import { nameOf, type Volume } from '#src/model/volume/volume.ts'
import { ConfirmDetach } from '#src/parts/dialog/ConfirmDetach.tsx'
import { useKnownInstances, useTasksOf } from '#src/parts/use-known-instances.ts'
import { ListDialog } from '#src/ui/dialog/ListDialog.tsx'

import { HolderLine } from './HolderLine.tsx'

const textsOf = ({ name, instanceId, device, hostName }: Holder) => [
  name,
  instanceId,
  device,
  hostName,
]

/** All instances that hold a volume, however many, with a search, and Detach on each. */
export function InstancesDialog({ volume, onClose }: { volume: Volume; onClose: () => void }) {
  const { t } = useTranslation('volumes')
  const instances = useKnownInstances()
  const tasks = useTasksOf(volume.id)
  const [detaching, setDetaching] = useState<Holder>()
  const holders = useMemo(() => holdersOf(volume, instances, tasks), [volume, instances, tasks])
  return (
    <ListDialog
      title={t('instances.title', { volume: nameOf(volume) })}
      searchLabel={t('instances.search')}
      items={holders}
      textsOf={textsOf}
      count={(count) => t('instances.count', { count })}
      noMatch={t('instances.noMatch')}
      itemHeight={56}
      maxHeight={420}
      onClose={onClose}
      renderLine={(holder) => (
        <HolderLine volume={volume} holder={holder} onDetach={setDetaching} />
      )}
    >
      {detaching && (
        <ConfirmDetach
          volume={volume}
          holders={[detaching]}
          onClose={() => setDetaching(undefined)}
        />
      )}
    </ListDialog>
  )
}
