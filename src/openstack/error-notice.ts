import { ApiError, type ApiErrorKind } from './api-error.ts'

/** What to show of a failure: the cloud's words, and by what its operators find it again. */
export type Notice = {
  words: string
  code?: number
  requestId?: string
  kind: ApiErrorKind | 'fault'
}

/** What to show of `error`; of kind `fault` where it did not come from the cloud. */
export function noticeOf(error: Error): Notice {
  if (!(error instanceof ApiError)) return { words: error.message, kind: 'fault' }
  const { status, requestId } = error.details
  return {
    words: error.message,
    kind: error.kind,
    ...(status !== undefined && { code: status }),
    ...(requestId !== undefined && { requestId }),
  }
}
