import { afterEach, expect, test, vi } from 'vitest'

import { ApiError, kindOfStatus } from './api-error.ts'
import { mayPass } from './error-lasting.ts'
import { causeOf, type FailureCause, noticeOf } from './error-notice.ts'

const refusal = (status: number, message: string, title?: string) =>
  new ApiError(kindOfStatus(status), message, {
    service: 'compute',
    status,
    ...(title !== undefined && { title }),
  })

afterEach(() => vi.unstubAllGlobals())

// Nova's and Cinder's own sentences, as a cloud answered them.
test.each<[number, string, FailureCause]>([
  [400, 'Cannot detach a root device volume', 'root-device'],
  [
    400,
    "Volume 039e has 'multiattach' set, which is not supported for this instance.",
    'cannot-share',
  ],
  [409, 'Instance 4c5f is locked', 'locked'],
  [
    403,
    'The maximum allowed number of disk devices (26) to attach to a single instance has been exceeded.',
    'instance-full',
  ],
  [409, 'The supplied device path (/dev/vdx) is in use.', 'device-taken'],
  [
    413,
    'VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds allowed gigabytes quota.',
    'over-quota',
  ],
  [
    413,
    "VolumeLimitExceeded: Maximum number of volumes allowed (4) exceeded for quota 'volumes'.",
    'over-quota',
  ],
  [413, 'SnapshotLimitExceeded: Maximum number of snapshots allowed (4) exceeded', 'over-quota'],
  [
    403,
    'Quota exceeded for instances: Requested 1, but already used 10 of 10 instances',
    'over-quota',
  ],
  [403, "Policy doesn't allow volume:extend to be performed.", 'forbidden'],
  [409, "Cannot 'attach_volume' instance 4c5f while it is in vm_state building", 'wrong-state'],
  [409, "Cannot 'detach_volume' instance 4c5f while it is in task_state rebooting", 'wrong-state'],
  [400, 'Invalid volume: Volume b412 status must be available', 'wrong-state'],
  [
    400,
    "Invalid volume: Unable to detach volume. Volume status must be 'in-use' and attach_status must be 'attached' to detach.",
    'wrong-state',
  ],
  [400, 'Invalid status value', 'refused'],
  [404, 'Volume b412 could not be found.', 'not-found'],
  [409, 'Another request holds it', 'conflict'],
  [
    500,
    'The server has either erred or is incapable of performing the requested operation.',
    'server-fault',
  ],
])('%i “%s” is %s', (status, message, cause) => {
  expect(causeOf(refusal(status, message, 'badRequest'))).toBe(cause)
})

test('a 413 that is not the cloud’s own is no quota', () => {
  expect(causeOf(refusal(413, 'Request Entity Too Large nginx'))).toBe('too-large')
  expect(causeOf(refusal(413, 'Over some limit', 'overLimit'))).toBe('over-quota')
})

test('without a network that is the cause; a cloud that does not answer is another', () => {
  const lost = new ApiError('unreachable', 'Failed to fetch', { service: 'volume' })
  expect(causeOf(lost)).toBe('unreachable')
  vi.stubGlobal('navigator', { onLine: false })
  expect(causeOf(lost)).toBe('offline')
  expect(causeOf(refusal(504, 'Gateway Timeout'))).toBe('unreachable')
})

test('what stays whatever one waits for is not to be tried again', () => {
  expect(mayPass(refusal(400, 'Cannot detach a root device volume'))).toBe(false)
  expect(mayPass(refusal(403, "Policy doesn't allow it to be performed."))).toBe(false)
  expect(mayPass(refusal(409, 'Instance 4c5f is locked'))).toBe(true)
  expect(mayPass(refusal(503, 'Busy'))).toBe(true)
})

test('a fault of the page has its own words', () => {
  expect(noticeOf(new Error('x is not a function'))).toEqual({
    words: 'x is not a function',
    kind: 'fault',
  })
})
