import Alert from '@mui/material/Alert'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { withShownSharing } from '#src/model/volume-type/volume-type.ts'
import { retypeCommand } from '#src/model/volume/change-commands.ts'
import {
  sharingDiffersFromType,
  typeConsequences,
  typesToChangeTo,
} from '#src/model/volume/volume-change.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import type { MigrationPolicy } from '#src/openstack/volumes/volume-actions.ts'
import type { VolumeDialogProps } from '#src/panels/volumes/dialog-props.ts'
import { VolumeName } from '#src/panels/volumes/VolumeName.tsx'
import { useScope } from '#src/queries/session.ts'
import { volumeTypesQuery } from '#src/queries/volumes/create-volume.ts'
import { retypeVolumeMutation } from '#src/queries/volumes/volume-changes.ts'
import { volumesQuery } from '#src/queries/volumes/volumes.ts'
import { FormDialog } from '#src/ui/dialog/FormDialog.tsx'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'

import { NewTypeField } from './NewTypeField.tsx'

const policies = ['never', 'on-demand'] as const
const isPolicy = (text: string): text is MigrationPolicy => policies.some((one) => one === text)

/** Gives a volume another type, and waits for what becomes of it: the cloud can accept it and then give up silently. */
export function ChangeTypeDialog({ volume, onClose }: VolumeDialogProps) {
  const { t } = useTranslation('changeVolume')
  const scope = useScope()
  const retype = useMutation(retypeVolumeMutation(scope, volume.id))
  const typesRead = useQuery(volumeTypesQuery(scope))
  const [type, setType] = useState('')
  const [policy, setPolicy] = useState<MigrationPolicy>('never')

  const volumes = useQuery(volumesQuery(scope)).data?.volumes ?? []
  const types = withShownSharing(typesRead.data ?? [], volumes)
  const offered = typesToChangeTo(volume, types)
  const chosen = offered.find((one) => one.type.name === type && !one.obstacle)?.type
  const asked = retype.isSuccess ? retype.variables.type : undefined
  const working = asked !== undefined && volume.status === 'retyping'
  const arrived = asked !== undefined && volume.typeName === asked
  const gaveUp = asked !== undefined && !working && !arrived

  // Follows the cloud: it is done when the volume has the type, which can be long after the answer.
  useEffect(() => {
    if (arrived && !working) onClose()
  }, [arrived, working, onClose])

  return (
    <FormDialog
      title={t('retype.title')}
      submitLabel={t('retype.submit')}
      pending={retype.isPending || working}
      submitError={
        retype.error && <ErrorNotice title={t('retype.failed')} {...noticeOf(retype.error)} />
      }
      dirty={type !== '' && asked === undefined}
      obstacle={chosen ? undefined : t('retype.choose')}
      mayCloseWhilePending={working}
      command={chosen && retypeCommand(volume, { type, migrationPolicy: policy })}
      onSubmit={() => {
        if (chosen) retype.mutate({ type: chosen.name, migrationPolicy: policy })
      }}
      onClose={onClose}
    >
      <div>
        <VolumeName volume={volume} />
        <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {volume.typeName === null
            ? t('retype.nowNone')
            : t('retype.now', { type: volume.typeName })}
        </Typography>
      </div>
      {typesRead.error && (
        <ErrorNotice {...noticeOf(typesRead.error)} onRetry={() => void typesRead.refetch()} />
      )}
      <NewTypeField
        volume={volume}
        offered={offered}
        withoutEncrypted={types.some(({ encrypted }) => encrypted)}
        loading={typesRead.isPending}
        value={type}
        onChange={setType}
      />
      {chosen &&
        typeConsequences(volume, chosen).map((consequence) => (
          <Alert
            key={consequence}
            severity={consequence === 'loses-encryption' ? 'warning' : 'info'}
            variant="outlined"
          >
            {t(`retype.consequences.${consequence}`)}
          </Alert>
        ))}
      <TextField
        select
        label={t('retype.policy')}
        value={policy}
        helperText={t(`retype.policyHelp.${policy}`)}
        onChange={({ target }) => {
          if (isPolicy(target.value)) setPolicy(target.value)
        }}
      >
        {policies.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`retype.policies.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {working && (
        <Alert severity="info" variant="outlined">
          {t('retype.working')}
        </Alert>
      )}
      {gaveUp && (
        <Alert severity="error" variant="outlined">
          {t('retype.gaveUp')}
          {sharingDiffersFromType(volume, types) && ` ${t('retype.sharingDiffers')}`}
        </Alert>
      )}
    </FormDialog>
  )
}
