import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'

/** What stands in the place of a page that failed; the frame around it stays. */
export function FaultPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('frame')
  const router = useRouter()
  const fault = error instanceof Error ? error : new Error(String(error))
  const again = async () => {
    await router.invalidate()
    reset()
  }
  return (
    <>
      <title>{`${t('fault.title')} · Mooring`}</title>
      <ErrorNotice title={t('fault.title')} {...noticeOf(fault)} onRetry={() => void again()} />
    </>
  )
}
