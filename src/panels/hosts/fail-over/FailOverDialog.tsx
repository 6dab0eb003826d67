import Alert from '@mui/material/Alert'
import Divider from '@mui/material/Divider'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'

import { nameOf } from '#src/model/volume/volume.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import type { HostDialogProps } from '#src/panels/hosts/dialog-props.ts'
import { WorkDialog } from '#src/ui/dialog/WorkDialog.tsx'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'

import { FailOverFacts } from './FailOverFacts.tsx'
import { FailOverForm } from './FailOverForm.tsx'
import { FailOverOutcome } from './FailOverOutcome.tsx'
import { FailOverProgress } from './FailOverProgress.tsx'
import { useFailOver } from './use-fail-over.ts'

/** Moves a volume from an instance that has failed to one that stands by: shows the plan, carries it out, says what came of it. */
export function FailOverDialog({ volume, instanceId = '', onClose }: HostDialogProps) {
  const { t } = useTranslation('failOver')
  const failOver = useFailOver(volume, instanceId)
  const { loading, begun, changed, lookError } = failOver
  return (
    <WorkDialog
      title={t('title', { volume: nameOf(volume) })}
      width="md"
      dirty={failOver.picked !== undefined && !begun}
      onClose={onClose}
    >
      <Stack spacing={2} divider={<Divider flexItem />}>
        <Stack spacing={2}>
          <FailOverFacts volume={volume} from={failOver.given.from} />
          {loading === undefined && !begun && <FailOverForm failOver={failOver} />}
          {loading && <Alert severity="info">{t(`unknown.${loading}`)}</Alert>}
          {changed && <Alert severity="warning">{t('changed')}</Alert>}
          {lookError && (
            <ErrorNotice
              title={t('lookFailed')}
              {...noticeOf(lookError)}
              onRetry={failOver.start}
            />
          )}
        </Stack>
        <FailOverProgress volume={volume} instances={failOver.instances} />
        {begun && <FailOverOutcome failOver={failOver} begun={begun} />}
      </Stack>
    </WorkDialog>
  )
}
