import Autocomplete from '@mui/material/Autocomplete'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { metadataCommand } from '#src/model/volume/change-commands.ts'
import { metadataObstacle } from '#src/model/volume/volume-change.ts'
import {
  type MetadataPair,
  ownMetadata,
  pairProblem,
  pairsToRecord,
} from '#src/model/volume/volume-metadata.ts'
import { nameOf } from '#src/model/volume/volume.ts'
import type { BulkDialogProps } from '#src/panels/volumes/dialog-props.ts'
import { BulkDialog } from '#src/parts/dialog/BulkDialog.tsx'
import { useActor } from '#src/parts/use-actor.ts'
import { actionObstacleText } from '#src/parts/words/obstacle-words.ts'
import { changeMetadataMutation, useRunMutation } from '#src/queries/run-mutation.ts'
import { useScope } from '#src/queries/session.ts'
import { KeyValueEditor } from '#src/ui/form/KeyValueEditor.tsx'

const nothing = { set: {}, unset: [] }

/** Sets and removes keys of several volumes' metadata; what else they have stays. */
export function BulkMetadataDialog({ volumes, onClose }: BulkDialogProps) {
  const { t } = useTranslation('bulk')
  const { t: tVolumes } = useTranslation('volumes')
  const { t: tChange } = useTranslation('changeVolume')
  const scope = useScope()
  const actor = useActor()
  const runStep = useRunMutation()
  const [pairs, setPairs] = useState<MetadataPair[]>([])
  const [removed, setRemoved] = useState<readonly string[]>([])
  const judged = volumes.map((volume) => {
    const obstacle = metadataObstacle(volume, actor)
    return { volume, obstacle: obstacle && actionObstacleText(tVolumes, obstacle) }
  })
  const keys = [...new Set(volumes.flatMap((volume) => Object.keys(ownMetadata(volume))))]
  const problemAt = (place: number) => {
    const problem = pairProblem(pairs, place, 'volume')
    if (problem) return tChange(`metadata.problems.${problem}`)
    const key = pairs[place]?.key.trim() ?? ''
    return removed.includes(key) ? t('metadata.both', { key }) : undefined
  }
  const wrong = pairs.some((_pair, place) => problemAt(place) !== undefined)
  const isEmpty = pairs.length === 0 && removed.length === 0
  const changeOf = (id: string) => {
    const own = volumes.find((volume) => volume.id === id)
    const has = own ? ownMetadata(own) : {}
    return { set: pairsToRecord(pairs), unset: removed.filter((key) => key in has) }
  }
  const commands = judged.flatMap(({ volume, obstacle }) =>
    obstacle ? [] : (metadataCommand(volume, { own: changeOf(volume.id), image: nothing }) ?? []),
  )
  return (
    <BulkDialog
      title={tVolumes('bulk.metadata')}
      submitLabel={t('metadata.submit')}
      things={judged.map(({ volume, obstacle }) => ({
        id: volume.id,
        name: nameOf(volume),
        obstacle,
      }))}
      act={(id) => runStep(changeMetadataMutation(scope, id), changeOf(id))}
      doneLabel={t('metadata.done')}
      command={wrong || commands.length === 0 ? undefined : commands.join('\n')}
      dirty={!isEmpty}
      disabled={wrong || isEmpty}
      onClose={onClose}
    >
      <KeyValueEditor
        title={t('metadata.set')}
        help={t('metadata.setHelp')}
        emptyText={t('metadata.setEmpty')}
        pairs={pairs}
        problemAt={problemAt}
        onChange={setPairs}
      />
      {keys.length > 0 && (
        <Autocomplete
          multiple
          options={keys.toSorted()}
          value={[...removed]}
          onChange={(_event, chosen) => setRemoved(chosen)}
          renderInput={(params) => (
            <TextField
              {...params}
              label={t('metadata.remove')}
              helperText={t('metadata.removeHelp')}
            />
          )}
        />
      )}
    </BulkDialog>
  )
}
