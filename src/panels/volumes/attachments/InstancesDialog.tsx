import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { type Holder, holdersOf } from '#src/model/attach/holder.ts'
import { contains, folded } from '#src/model/search-text.ts'
import { nameOf, type Volume } from '#src/model/volume/volume.ts'
import { ConfirmDetach } from '#src/parts/dialog/ConfirmDetach.tsx'
import { useKnownInstances, useTasksOf } from '#src/parts/use-known-instances.ts'
import { DialogFrame } from '#src/ui/dialog/DialogFrame.tsx'
import { FilterSearch } from '#src/ui/page/FilterBar.tsx'
import { VirtualList } from '#src/ui/VirtualList.tsx'

import { HolderLine } from './HolderLine.tsx'

const finds = (wanted: string) => (holder: Holder) =>
  contains([holder.name, holder.instanceId, holder.device, holder.hostName], wanted)

/** All instances that hold a volume, however many, with a search and a way to let each go. */
export function InstancesDialog({ volume, onClose }: { volume: Volume; onClose: () => void }) {
  const { t } = useTranslation('volumes')
  const instances = useKnownInstances()
  const tasks = useTasksOf(volume.id)
  const [wanted, setWanted] = useState('')
  const [detaching, setDetaching] = useState<Holder>()
  const holders = useMemo(() => holdersOf(volume, instances, tasks), [volume, instances, tasks])
  const found = wanted === '' ? holders : holders.filter(finds(folded(wanted)))
  return (
    <DialogFrame
      title={t('instances.title', { volume: nameOf(volume) })}
      width="md"
      onClose={onClose}
    >
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', mb: 1 }}>
        <FilterSearch
          inDialog
          label={t('instances.search')}
          value={wanted}
          onChange={(text = '') => setWanted(text)}
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
        {(holder) => <HolderLine volume={volume} holder={holder} onDetach={setDetaching} />}
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
