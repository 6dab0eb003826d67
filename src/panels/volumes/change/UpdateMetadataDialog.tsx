import Divider from '@mui/material/Divider'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { metadataCommand } from '#src/model/volume/change-commands.ts'
import {
  isNoChange,
  metadataChange,
  type MetadataPair,
  ownMetadata,
  pairProblem,
  pairsToRecord,
} from '#src/model/volume/volume-metadata.ts'
import type { VolumeDialogProps } from '#src/panels/volumes/dialog-props.ts'
import { VolumeName } from '#src/panels/volumes/VolumeName.tsx'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { useScope } from '#src/queries/session.ts'
import { updateMetadataMutation } from '#src/queries/volumes/volume-changes.ts'
import { KeyValueEditor } from '#src/ui/form/KeyValueEditor.tsx'

const sortedPairs = (record: Readonly<Record<string, string>>): MetadataPair[] =>
  Object.entries(record)
    .map(([key, value]) => ({ key, value }))
    .toSorted((a, b) => a.key.localeCompare(b.key))

/** Changes a volume's metadata, and that of the image that it was made of. */
export function UpdateMetadataDialog({ volume, onClose }: VolumeDialogProps) {
  const { t } = useTranslation('changeVolume')
  const update = useMutation(updateMetadataMutation(useScope(), volume.id))
  const [opened] = useState(volume)
  const [own, setOwn] = useState(() => sortedPairs(ownMetadata(volume)))
  // Once it was there it stays in the form, also where its last pair has been removed.
  const [hasImage] = useState(volume.imageMetadata !== null)
  const [image, setImage] = useState(() => sortedPairs(volume.imageMetadata ?? {}))

  // Compared with what the form was opened with, so that what others add meanwhile is none of its changes.
  const ownChange = metadataChange(ownMetadata(opened), pairsToRecord(own))
  const imageChange = metadataChange(opened.imageMetadata ?? {}, pairsToRecord(image))
  const problemAt = (pairs: readonly MetadataPair[], of: 'volume' | 'image') => (place: number) => {
    const problem = pairProblem(pairs, place, of)
    return problem && t(`metadata.problems.${problem}`)
  }
  const ownProblem = problemAt(own, 'volume')
  const imageProblem = problemAt(image, 'image')
  const wrong =
    own.some((_pair, place) => ownProblem(place)) ||
    image.some((_pair, place) => imageProblem(place))
  const unchanged = isNoChange(ownChange) && isNoChange(imageChange)
  const save = () => update.mutate({ own: ownChange, image: imageChange }, { onSuccess: onClose })
  return (
    <MutationDialog
      title={t('metadata.title')}
      submitLabel={t('metadata.submit')}
      mutation={update}
      failed={t('metadata.failed')}
      dirty={!unchanged}
      disabled={wrong || unchanged}
      command={wrong ? undefined : metadataCommand(volume, { own: ownChange, image: imageChange })}
      onSubmit={save}
      onClose={onClose}
    >
      <VolumeName volume={volume} />
      <KeyValueEditor
        title={t('metadata.own')}
        emptyText={t('metadata.ownEmpty')}
        pairs={own}
        problemAt={ownProblem}
        onChange={setOwn}
      />
      {hasImage && <Divider />}
      {hasImage && (
        <KeyValueEditor
          title={t('metadata.image')}
          help={t('metadata.imageHelp')}
          emptyText={t('metadata.imageEmpty')}
          pairs={image}
          problemAt={imageProblem}
          onChange={setImage}
        />
      )}
    </MutationDialog>
  )
}
