import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import type { CloudService } from '#src/model/services/cloud-service.ts'
import {
  disableServiceCommand,
  enableServiceCommand,
} from '#src/model/services/service-commands.ts'
import { useLengthRule } from '#src/parts/dialog/length-rule.ts'
import { MutationDialog } from '#src/parts/dialog/MutationDialog.tsx'
import { volumeServiceUseMutation } from '#src/queries/services/services.ts'
import { useScope } from '#src/queries/session.ts'

const known = ['cinder-volume', 'cinder-backup', 'cinder-scheduler'] as const
const isKnown = (binary: string): binary is (typeof known)[number] =>
  known.some((one) => one === binary)

/** Takes a service of Cinder's out of use, with a reason, or into use again; says what that does and what it doesn't. */
export function ServiceUseDialog({
  service,
  enable,
  onClose,
}: {
  service: CloudService
  enable: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('backEnds')
  const lengthRule = useLengthRule()
  const use = useMutation(volumeServiceUseMutation(useScope(), service))
  const { register, handleSubmit, formState, watch } = useForm({ defaultValues: { reason: '' } })
  const { binary, host } = service
  const act = enable ? 'enable' : 'disable'
  const kind = isKnown(binary) ? binary : 'other'
  const { reason: problem } = formState.errors
  const reason = watch('reason').trim()
  return (
    <MutationDialog
      title={t(`${act}.title`)}
      submitLabel={t(`${act}.title`)}
      danger={!enable}
      mutation={use}
      failed={t(`${act}.failed`)}
      dirty={formState.isDirty}
      command={enable ? enableServiceCommand(service) : disableServiceCommand(service, reason)}
      onSubmit={() =>
        void handleSubmit(() =>
          use.mutate(enable ? { enabled: true } : { enabled: false, reason }, {
            onSuccess: onClose,
          }),
        )()
      }
      onClose={onClose}
    >
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        {t(`${act}.text`, { binary, host })}
      </Typography>
      <Typography>{t(enable ? 'enable.does' : `disable.does.${kind}`)}</Typography>
      {!enable && kind === 'cinder-volume' && (
        <Box component="ul" sx={{ m: 0, pl: 3 }}>
          <li>{t('disable.goesOn')}</li>
          <li>{t('disable.stops')}</li>
        </Box>
      )}
      {!enable && (
        <TextField
          autoFocus
          label={t('disable.reason')}
          error={problem !== undefined}
          helperText={problem?.message ?? t('disable.reasonHelp')}
          {...register('reason', { validate: lengthRule })}
        />
      )}
    </MutationDialog>
  )
}
