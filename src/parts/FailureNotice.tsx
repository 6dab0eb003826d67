import { useTranslation } from 'react-i18next'

import type { StepFailure } from '#src/model/attach/attachment-step.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { ErrorNotice, type ErrorNoticeProps } from '#src/ui/page/ErrorNotice.tsx'

/** Why attaching or detaching failed, in the cloud's words. */
export function FailureNotice({ failure }: { failure: StepFailure }) {
  const { t } = useTranslation('attachments')
  const notice = (): ErrorNoticeProps => {
    switch (failure.kind) {
      case 'refused':
        return noticeOf(failure.error)
      case 'undone':
        return {
          ...(failure.message
            ? { title: t('progress.undone'), words: failure.message }
            : { words: t('progress.undoneSilently') }),
          ...(failure.requestId && { requestId: failure.requestId }),
        }
      case 'unfinished':
        return {
          words: t('progress.unfinished', { minutes: Math.round(failure.afterMs / 60_000) }),
        }
    }
  }
  return <ErrorNotice {...notice()} />
}
