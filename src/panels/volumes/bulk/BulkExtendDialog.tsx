import Alert from '@mui/material/Alert'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { extendCommand } from '#src/model/volume/change-commands.ts'
import { extendObstacle } from '#src/model/volume/volume-change.ts'
import { nameOf } from '#src/model/volume/volume.ts'
import { newSizeOf } from '#src/panels/volumes/change/extend-form.ts'
import type { BulkDialogProps } from '#src/panels/volumes/dialog-props.ts'
import { useQuotaOf } from '#src/panels/volumes/use-quota-of.ts'
import { BulkDialog } from '#src/parts/dialog/BulkDialog.tsx'
import { useActor } from '#src/parts/use-actor.ts'
import { actionObstacleText } from '#src/parts/words/obstacle-words.ts'
import { useRunMutation } from '#src/queries/run-mutation.ts'
import { useScope } from '#src/queries/session.ts'
import { extendVolumeMutation } from '#src/queries/volumes/volume-changes.ts'
import { UsageBar } from '#src/ui/form/UsageBar.tsx'
import { gibibytes } from '#src/ui/formats.ts'

import { addedBy, type Growth, grownSize, isOverQuota } from './bulk-extend-form.ts'

/** Makes several volumes larger. */
export function BulkExtendDialog({ volumes, onClose }: BulkDialogProps) {
  const { t, i18n } = useTranslation('bulk')
  const { t: tVolumes } = useTranslation('volumes')
  const { t: tCreate } = useTranslation('createVolume')
  const scope = useScope()
  const actor = useActor()
  const runStep = useRunMutation()
  const quota = useQuotaOf(volumes)?.gibibytes
  const [growth, setGrowth] = useState<Growth>({ how: 'by', typed: '1' })
  const inGiB = (value: number) => gibibytes(value, i18n.language)
  const isSize = newSizeOf(growth.typed) !== undefined
  const judged = volumes.map((volume) => {
    const obstacle = extendObstacle(volume, actor)
    const isLarge = isSize && grownSize(growth, volume) === undefined
    const large = isLarge ? t('extend.large', { size: inGiB(volume.sizeGiB) }) : undefined
    return { volume, obstacle: obstacle ? actionObstacleText(tVolumes, obstacle) : large }
  })
  const possible = judged.flatMap(({ volume, obstacle }) => (obstacle ? [] : [volume]))
  const sized = possible.flatMap((volume) => {
    const size = grownSize(growth, volume)
    return size === undefined ? [] : [{ volume, size }]
  })
  const added = addedBy(growth, possible)
  const over = isOverQuota(added, quota)
  const held = possible.filter(({ attachments }) => attachments.length > 0)
  const problem = () => {
    if (!isSize) return t('extend.wrong')
    const free = Math.max(0, (quota?.limit ?? 0) - (quota?.used ?? 0))
    return over ? t('extend.over', { free, added }) : undefined
  }
  return (
    <BulkDialog
      title={tVolumes('bulk.extend')}
      submitLabel={t('extend.submit')}
      things={judged.map(({ volume, obstacle }) => ({
        id: volume.id,
        name: nameOf(volume),
        obstacle,
      }))}
      act={async (id) => {
        const size = sized.find(({ volume }) => volume.id === id)?.size
        if (size !== undefined) await runStep(extendVolumeMutation(scope, id), size)
      }}
      doneLabel={t('extend.done')}
      command={sized.map(({ volume, size }) => extendCommand(volume, size)).join('\n') || undefined}
      dirty={growth.typed !== '1'}
      disabled={!isSize || over}
      onClose={onClose}
    >
      <RadioGroup
        aria-label={t('extend.how')}
        value={growth.how}
        onChange={(_event, how) => setGrowth({ ...growth, how: how === 'to' ? 'to' : 'by' })}
      >
        <FormControlLabel value="by" control={<Radio size="small" />} label={t('extend.howBy')} />
        <FormControlLabel value="to" control={<Radio size="small" />} label={t('extend.howTo')} />
      </RadioGroup>
      <TextField
        autoFocus
        type="number"
        label={t(`extend.${growth.how}`)}
        value={growth.typed}
        onChange={({ target }) => setGrowth({ ...growth, typed: target.value })}
        error={problem() !== undefined}
        helperText={problem() ?? t('extend.text', { count: possible.length, added: inGiB(added) })}
        slotProps={{ htmlInput: { min: 1, step: 1 } }}
      />
      {quota && <UsageBar label={tCreate('gibibytes')} {...quota} added={added} format={inGiB} />}
      {held.length > 0 && (
        <Alert severity="warning" variant="outlined">
          <Typography variant="body2">{t('extend.inUse', { count: held.length })}</Typography>
        </Alert>
      )}
    </BulkDialog>
  )
}
