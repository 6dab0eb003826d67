import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { specsCommand } from '#src/model/volume-type/type-commands.ts'
import { specDoubts, specProblem, wellKnownSpecs } from '#src/model/volume-type/type-specs.ts'
import { isShareableType } from '#src/model/volume-type/volume-type.ts'
import {
  hasAddress,
  isNoChange,
  metadataChange,
  pairsToRecord,
} from '#src/model/volume/volume-metadata.ts'
import type { TypeDialogProps } from '#src/panels/volume-types/dialog-props.ts'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { poolsQuery } from '#src/queries/services/pools.ts'
import { useScope } from '#src/queries/session.ts'
import { changeSpecsMutation } from '#src/queries/volume-types/type-changes.ts'
import { KeyValueEditor } from '#src/ui/form/KeyValueEditor.tsx'

import { KeepWarning } from './KeepWarning.tsx'
import { PlacementNote } from './PlacementNote.tsx'

/** Shows a type's extra specs, and changes them; only what is different is sent. */
export function ExtraSpecsDialog({ type, onClose }: TypeDialogProps) {
  const { t } = useTranslation('volumeTypes')
  const scope = useScope()
  const update = useMutation(changeSpecsMutation(scope, type.id))
  const pools = useQuery(poolsQuery(scope)).data ?? []
  const [pairs, setPairs] = useState(() =>
    Object.entries(type.extraSpecs)
      .map(([key, value]) => ({ key, value }))
      .toSorted((a, b) => a.key.localeCompare(b.key)),
  )
  const specs = pairsToRecord(pairs)
  // Compared with what the form was opened with, so that what others add meanwhile is none of its changes.
  const [opened] = useState(type)
  const change = metadataChange(opened.extraSpecs, specs)
  const stuck = change.unset.filter((key) => !hasAddress(key))
  const problemAt = (place: number) => {
    const problem = specProblem(pairs, place, type.extraSpecs)
    return problem && t(`specs.problems.${problem}`)
  }
  const wrong = pairs.some((_pair, place) => problemAt(place))
  const unchanged = isNoChange(change)
  const doubts = specDoubts(specs, pools)
  const encrypts = type.encryption && isShareableType({ extraSpecs: specs })
  return (
    <MutationDialog
      title={t('specs.title')}
      submitLabel={t('save')}
      width="md"
      mutation={update}
      failed={t('specs.failed')}
      dirty={!unchanged}
      disabled={wrong || unchanged || stuck.length > 0}
      command={wrong || stuck.length > 0 ? undefined : specsCommand(type, change)}
      onSubmit={() => update.mutate(change, { onSuccess: onClose })}
      onClose={onClose}
    >
      <KeyValueEditor
        title={t('specs.pairs', { type: type.name })}
        help={t('specs.help')}
        emptyText={t('specs.empty')}
        pairs={pairs}
        problemAt={problemAt}
        onChange={setPairs}
        offers={wellKnownSpecs
          .filter(({ key }) => !(key in specs))
          .map(({ key, value, meaning }) => ({
            key,
            value,
            meaning: t(`specs.meanings.${meaning}`),
          }))}
      />
      {stuck.length > 0 && (
        <Alert severity="error" variant="outlined">
          {t('specs.stuck', { count: stuck.length, keys: stuck.join(', ') })}
        </Alert>
      )}
      {doubts.length > 0 && (
        <Alert severity="warning" variant="outlined">
          <Box component="ul" aria-label={t('specs.doubts')} sx={{ m: 0, pl: 2 }}>
            {doubts.map(({ doubt, key, value }) => (
              <li key={key}>{t(`specs.doubt.${doubt}`, { key, value })}</li>
            ))}
          </Box>
        </Alert>
      )}
      {encrypts && (
        <Alert severity="warning" variant="outlined">
          {t('flags.encryptedWhy')}
        </Alert>
      )}
      <PlacementNote specs={specs} />
      {!unchanged && <KeepWarning volumes={type.volumes} />}
    </MutationDialog>
  )
}
