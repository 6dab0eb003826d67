import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import Stack from '@mui/material/Stack'
import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { sharingObstacle } from '#src/model/cloud/microversion.ts'
import { isAdministrator } from '#src/model/cloud/role.ts'
import {
  shareableExtraSpec,
  sharingOf,
  typesFor,
  type VolumeType,
} from '#src/model/volume-type/volume-type.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { useScope } from '#src/queries/session.ts'
import { createShareableTypeMutation } from '#src/queries/volumes/create-volume.ts'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'

import { type CreateVolumeValues, typeAfter } from './create-volume-form.ts'

/** Whether several instances may hold the volume: a choice among the types that make it so. */
export function ShareableField({
  types,
  usual,
  bootable,
}: {
  /** Undefined until they have been read. */
  types: readonly VolumeType[] | undefined
  usual: string | null
  /** Whether what the volume is made from can be booted. */
  bootable: boolean
}) {
  const { t } = useTranslation('createVolume')
  const scope = useScope()
  const helpId = useId()
  const { watch, setValue, getValues } = useFormContext<CreateVolumeValues>()
  const makeType = useMutation(createShareableTypeMutation(scope))
  const shareable = watch('shareable')
  const tooOld = sharingObstacle(scope) !== undefined
  const known = types !== undefined
  const possible = known && typesFor(types, true).length > 0 && !tooOld
  const spec = Object.entries(shareableExtraSpec)
    .map(([key, value]) => `${key}="${value}"`)
    .join()
  const mayMake = known && !possible && !tooOld && isAdministrator(scope)

  const tick = (on: boolean) => {
    setValue('shareable', on, { shouldDirty: true })
    setValue('type', typeAfter(types ?? [], on, { now: getValues('type'), usual }), {
      shouldDirty: true,
    })
  }
  const notTold = possible && types.some((type) => sharingOf(type) === 'not-told')
  const help = () => {
    if (notTold) return t('shareableNotTold')
    if (possible || !known) return t('shareableHelp')
    if (tooOld) return t('shareableOldCloud')
    return mayMake ? t('shareableNoneAdmin') : t('shareableNone', { spec })
  }
  return (
    <Stack spacing={0.5}>
      <FormControlLabel
        label={t('shareable')}
        control={
          <Checkbox
            checked={shareable}
            disabled={!possible}
            onChange={(_event, on) => tick(on)}
            slotProps={{ input: { 'aria-describedby': helpId } }}
          />
        }
      />
      <FormHelperText id={helpId} sx={{ pl: 4, mt: '-6px !important' }}>
        {help()}
      </FormHelperText>
      {mayMake && (
        <Button
          size="small"
          sx={{ alignSelf: 'flex-start' }}
          loading={makeType.isPending}
          onClick={() =>
            makeType.mutate({
              name: t('shareableTypeName'),
              description: t('shareableTypeDescription'),
            })
          }
        >
          {t('makeShareableType')}
        </Button>
      )}
      {makeType.error && <ErrorNotice {...noticeOf(makeType.error)} />}
      {shareable && bootable && (
        <Alert severity="warning" variant="outlined">
          {t('shareableBootable')}
        </Alert>
      )}
    </Stack>
  )
}
