import type { RepairCall } from '#src/model/audit/attachment-repair.ts'
import { parseMicroversion } from '#src/model/cloud/microversion.ts'
import type { CloudScope } from '#src/model/cloud/scope.ts'
import { send, type CloudAnswer } from '#src/openstack/http/http.ts'

/** Sends a call just as it was shown. */
export function sendRepairCall(
  cloud: CloudScope,
  call: RepairCall,
): Promise<CloudAnswer<undefined>> {
  const { service, method, path, body } = call
  const microversion = parseMicroversion(call.microversion)
  return send({ cloud, service, method, path, body, microversion })
}
