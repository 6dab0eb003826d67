import { causeOf, type FailureCause } from './error-notice.ts'

/** Causes that do not go away by waiting: repeating the same request can't succeed. */
const lasting: ReadonlySet<FailureCause> = new Set([
  'root-device',
  'cannot-share',
  'forbidden',
  'too-large',
  'device-taken',
])

/** Whether the same request may succeed later. */
export const mayPass = (error: Error): boolean => !lasting.has(causeOf(error))
