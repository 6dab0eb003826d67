import { ApiError, type ApiErrorKind } from './api-error.ts'

/** Why something failed, as far as it says what to do next. */
export type FailureCause =
  | ApiErrorKind
  /** The instance is locked. */
  | 'locked'
  /** The instance was started from the volume. */
  | 'root-device'
  /** The instance's hypervisor can't share volumes. */
  | 'cannot-share'
  /** The instance has as many disks as it may have. */
  | 'instance-full'
  /** The device name is taken in the instance. */
  | 'device-taken'
  /** The volume's or the instance's state does not allow it now. */
  | 'wrong-state'
  /** The compute service of the instance's host is down. */
  | 'host-down'
  /** A proxy on the way rejects requests of this size. */
  | 'too-large'
  /** This device has no network. */
  | 'offline'
  /** A fault of the page, not of the cloud. */
  | 'fault'

/** What to show of a failure: the cloud's words, and by what its operators find it again. */
export type Notice = {
  words: string
  code?: number
  requestId?: string
  kind: FailureCause
}

/**
 * What the sentences of Nova and Cinder stand for that share a status code with others: nova/exception.py, cinder/exception.py,
 * cinder/volume/api.py, and nova/api/openstack/common.py, `raise_http_conflict_for_instance_invalid_state`.
 */
const sentences: readonly (readonly [RegExp, FailureCause])[] = [
  [/root device volume/, 'root-device'],
  [/'multiattach' set/, 'cannot-share'],
  [/is locked$/, 'locked'],
  [/number of disk devices/, 'instance-full'],
  [/supplied device path/, 'device-taken'],
  [/exceeds allowed|Quota exceeded|Maximum number of/, 'over-quota'],
  [/^Compute service of /, 'host-down'],
  [/while (it|the instance) is in |status must be|for shelved-offloaded instances/, 'wrong-state'],
]

/** Codes that stand for several causes; the others say enough by themselves. */
const manifold: ReadonlySet<ApiErrorKind> = new Set([
  'refused',
  'forbidden',
  'conflict',
  'over-quota',
])

/** Whether the device knows that it has no network; a network that leads nowhere is not known. */
const isOffline = () => 'onLine' in navigator && !navigator.onLine

/** Why it failed, by the cloud's words first and the code second. */
export function causeOf(error: Error): FailureCause {
  if (!(error instanceof ApiError)) return 'fault'
  const { kind, message, details } = error
  if (kind === 'unreachable' && details.status === undefined && isOffline()) return 'offline'
  if (!manifold.has(kind)) return kind
  const said = sentences.find(([sentence]) => sentence.test(message))?.[1]
  if (said !== undefined) return said
  // Cinder's refusals over a quota say so; others of the code come from a proxy that limits the size of requests.
  return kind === 'over-quota' && details.title === undefined ? 'too-large' : kind
}

/** What to show of `error`; of kind `fault` where it did not come from the cloud. */
export function noticeOf(error: Error): Notice {
  const kind = causeOf(error)
  if (!(error instanceof ApiError)) return { words: error.message, kind }
  const { status, requestId } = error.details
  return {
    words: error.message,
    kind,
    ...(status !== undefined && { code: status }),
    ...(requestId !== undefined && { requestId }),
  }
}
