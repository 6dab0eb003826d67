import CircularProgress from '@mui/material/CircularProgress'
import Typography from '@mui/material/Typography'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { cancelTransferCommand } from '#src/model/volume/transfer.ts'
import { nameOf } from '#src/model/volume/volume.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import type { VolumeDialogProps } from '#src/panels/volumes/dialog-props.ts'
import { useScope } from '#src/queries/session.ts'
import { cancelTransferMutation, transfersQuery } from '#src/queries/volumes/transfers.ts'
import { ConfirmDialog } from '#src/ui/dialog/ConfirmDialog.tsx'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'
import { TimeText } from '#src/ui/TimeText.tsx'

/** Asks whether the offer of a volume is to be taken back. */
export function CancelTransferDialog({ volume, onClose }: VolumeDialogProps) {
  const { t } = useTranslation('transfers')
  const scope = useScope()
  const { data, error, refetch } = useQuery(transfersQuery(scope))
  const cancel = useMutation(cancelTransferMutation(scope, volume.id))
  const offer = data?.find(({ volumeId }) => volumeId === volume.id)
  return (
    <ConfirmDialog
      title={t('cancel.title')}
      confirmLabel={t('cancel.confirm')}
      pending={cancel.isPending}
      disabled={offer === undefined}
      command={offer && cancelTransferCommand(offer)}
      error={cancel.error && <ErrorNotice title={t('cancel.failed')} {...noticeOf(cancel.error)} />}
      onConfirm={() => offer && cancel.mutate(offer.id, { onSuccess: onClose })}
      onClose={onClose}
    >
      {error && !data && <ErrorNotice {...noticeOf(error)} onRetry={() => void refetch()} />}
      {!data && !error && <CircularProgress size={20} />}
      {offer && (
        <>
          <Typography sx={{ overflowWrap: 'anywhere' }}>
            {t('cancel.text', { volume: nameOf(volume) })}
          </Typography>
          <Typography color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
            {t('cancel.named', { name: offer.name || offer.id })} <TimeText at={offer.createdAt} />
          </Typography>
        </>
      )}
      {data && !offer && <Typography>{t('cancel.gone')}</Typography>}
    </ConfirmDialog>
  )
}
