import type { RepairCall } from '#src/model/attachment-repair.ts'
import { parseMicroversion } from '#src/model/microversion.ts'

import { type CloudAnswer, tell } from './http.ts'

/** Sends a call just as it was shown. */
export function sendRepairCall(call: RepairCall): Promise<CloudAnswer<undefined>> {
  const { service, method, path, body } = call
  const microversion = parseMicroversion(call.microversion)
  return tell({
    service,
    method,
    path,
    ...(body !== undefined && { body }),
    ...(microversion && { microversion }),
  })
}
