import { causeOf, type FailureCause } from './error-notice.ts'

/** Causes that stay whatever one waits for, so that the same request can't succeed. */
const lasting: ReadonlySet<FailureCause> = new Set([
  'root-device',
  'cannot-share',
  'forbidden',
  'too-large',
  'device-taken',
])

/** Whether the same request may succeed later, be it after somebody has changed something. */
export const mayPass = (error: Error): boolean => !lasting.has(causeOf(error))
