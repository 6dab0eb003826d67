import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { deleteTypeObstacle } from '#src/model/volume-type/type-actions.ts'
import { deleteTypesCommand } from '#src/model/volume-type/type-commands.ts'
import type { TypeFacts } from '#src/model/volume-type/type-facts.ts'
import { typeObstacleText } from '#src/panels/volume-types/type-words.ts'
import { BulkDialog } from '#src/parts/dialog/BulkDialog.tsx'
import { namesText } from '#src/parts/words/names-text.ts'
import { useScope } from '#src/queries/session.ts'
import { deleteTypeMutation } from '#src/queries/volume-types/type-changes.ts'

/** Asks whether the types are to be deleted, and deletes those that can be; shows what came of each. */
export function DeleteTypesDialog({
  types,
  onClose,
  onDeleted,
}: {
  types: readonly TypeFacts[]
  onClose: () => void
  /** Called with each that the cloud has deleted. */
  onDeleted: (id: string) => void
}) {
  const { t } = useTranslation('volumeTypes')
  const { t: tNames } = useTranslation('attachments')
  // What was asked about stays what is deleted, whatever changes in the table meanwhile.
  const [asked] = useState(() =>
    types.map((type) => ({ type, obstacle: deleteTypeObstacle(type) })),
  )
  const remove = useMutation(deleteTypeMutation(useScope()))
  const possible = asked.flatMap(({ type, obstacle }) => (obstacle ? [] : [type]))
  return (
    <BulkDialog
      title={t('delete.title', { count: asked.length })}
      submitLabel={t('delete.title', { count: possible.length })}
      danger
      things={asked.map(({ type, obstacle }) => ({
        id: type.id,
        name: type.name,
        obstacle: typeObstacleText(t, obstacle, type.volumes),
      }))}
      act={async (id) => {
        await remove.mutateAsync(id)
        onDeleted(id)
      }}
      doneLabel={t('delete.done')}
      command={deleteTypesCommand(possible)}
      onClose={onClose}
    >
      {possible.length > 0 && (
        <Typography sx={{ overflowWrap: 'anywhere' }}>
          {t('delete.text', {
            count: possible.length,
            names: namesText(tNames, possible),
          })}
        </Typography>
      )}
    </BulkDialog>
  )
}
