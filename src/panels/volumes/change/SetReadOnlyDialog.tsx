import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { readOnlyCommand } from '#src/model/volume/change-commands.ts'
import { isReadOnly } from '#src/model/volume/volume-metadata.ts'
import type { VolumeDialogProps } from '#src/panels/volumes/dialog-props.ts'
import { VolumeName } from '#src/panels/volumes/VolumeName.tsx'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { useScope } from '#src/queries/session.ts'
import { setReadOnlyMutation } from '#src/queries/volumes/volume-changes.ts'
import { CheckField } from '#src/ui/form/CheckField.tsx'

/** Sets whether instances get the volume read-only. */
export function SetReadOnlyDialog({ volume, onClose }: VolumeDialogProps) {
  const { t } = useTranslation('changeVolume')
  const { t: tDialogs } = useTranslation('dialogs')
  const set = useMutation(setReadOnlyMutation(useScope(), volume.id))
  const before = isReadOnly(volume)
  const [readOnly, setReadOnly] = useState(before)
  return (
    <MutationDialog
      title={t('readOnly.title')}
      submitLabel={t('readOnly.submit')}
      mutation={set}
      failed={t('readOnly.failed')}
      dirty={readOnly !== before}
      obstacle={readOnly === before ? tDialogs('unchanged') : undefined}
      command={readOnly === before ? undefined : readOnlyCommand(volume, readOnly)}
      onSubmit={() => set.mutate(readOnly, { onSuccess: onClose })}
      onClose={onClose}
    >
      <VolumeName volume={volume} />
      <CheckField
        autoFocus
        label={t('readOnly.label')}
        help={t('readOnly.help')}
        checked={readOnly}
        onChange={setReadOnly}
      />
    </MutationDialog>
  )
}
