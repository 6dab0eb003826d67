import type { QueryClient } from '@tanstack/react-query'

import type { AuditOptions, AuditRow } from '#src/model/audit/attachment-audit.ts'
import type { Remedy } from '#src/model/audit/attachment-remedy.ts'
import { type RepairCall, repairCalls } from '#src/model/audit/attachment-repair.ts'
import { standingOf } from '#src/model/audit/audit-recheck.ts'
import type { SentCall } from '#src/model/audit/repair-report.ts'
import { type Clock, realClock } from '#src/model/clock.ts'
import type { Scope } from '#src/model/cloud/scope.ts'
import { sendRepairCall } from '#src/openstack/audit/repair-call.ts'
import { ApiError } from '#src/openstack/http/api-error.ts'
import { serverNow } from '#src/openstack/session/server-clock.ts'
import { instancesKey } from '#src/queries/attach/instances.ts'
import { volumesKey } from '#src/queries/volumes/volumes.ts'

import { recheckRow } from './attachment-audit.ts'

/** A second look just before saw something else, so that nothing was done. `row`: what it saw; undefined where it is gone. */
export class NotStanding extends Error {
  override readonly name = 'NotStanding'
  readonly row: AuditRow | undefined

  constructor(row: AuditRow | undefined) {
    super('The verdict does not stand any more')
    this.row = row
  }
}

/** Nova has not let go of the volume within the time that is waited. */
export class StillAttached extends Error {
  override readonly name = 'StillAttached'
}

/** What is to be repaired: a finding with its remedy, as they were shown. */
export type Repair = { row: AuditRow; remedy: Remedy }

/** Dependencies of `repair`. */
export type RepairTools = {
  client: QueryClient
  session: Scope
  /** From when on something counts as stuck, in ms. */
  stuckAfterMs: number
  /** Called with each call that was sent. */
  sent: (call: SentCall) => void
  clock?: Clock
}

async function send(
  call: RepairCall,
  { session, sent }: Pick<RepairTools, 'session' | 'sent'>,
): Promise<void> {
  try {
    const { status, requestId } = await sendRepairCall(session, call)
    sent({ ...call, status, ...(requestId !== undefined && { requestId }) })
  } catch (error) {
    const { status, requestId } = error instanceof ApiError ? error.details : {}
    sent({
      ...call,
      ...(status !== undefined && { status }),
      ...(requestId !== undefined && { requestId }),
    })
    throw error
  }
}

/** Waits between looks at an instance that lets go of a volume, in ms. */
const waitsMs = [500, 1_000, 1_500, 2_000, 3_000, 5_000, 7_000, 10_000, 15_000, 15_000]

/** Follows a detach until the instance has let go; gives what is known of the row's volume then. */
async function followDetach({ row }: Repair, { client, session, clock = realClock }: RepairTools) {
  for (const ms of waitsMs) {
    await clock.wait(ms)
    const { look } = await recheckRow(client, session, row)
    const seen = look?.instances.get(row.instanceId ?? '')
    const holds = seen?.devices.some(({ volumeId }) => volumeId === row.volumeId) ?? false
    if (look !== undefined && !holds) return look.volume
  }
  throw new StillAttached()
}

/**
 * Repairs what a row says, if both services still say it when they are asked just before.
 * @throws NotStanding where they do not; ApiError where one can't be asked, or refuses
 */
export async function repair(wanted: Repair, tools: RepairTools): Promise<void> {
  const { client, session, stuckAfterMs } = tools
  const { row, remedy } = wanted
  const { cloud, failed } = await recheckRow(client, session, row)
  if (cloud === undefined) throw failed ?? new NotStanding(undefined)
  const options: AuditOptions = { now: serverNow(), stuckAfterMs }
  const standing = standingOf({ ...row, remedy }, cloud, options, session)
  if (!standing.stands) throw new NotStanding(standing.row)
  const [first, afterwards] = repairCalls(remedy, session, settledOf(standing.row))
  try {
    if (first) await send(first, tools)
    if (afterwards === undefined) return
    const volume = await followDetach(wanted, tools)
    if (volume?.status === 'detaching') await send(afterwards, tools)
  } finally {
    await recheckRow(client, session, row)
    for (const queryKey of [volumesKey(session), instancesKey(session)])
      void client.invalidateQueries({ queryKey })
  }
}

/** What the status of a row's volume is to be once the instance has let go: others that hold it keep it in use. */
export const settledOf = ({ expectedStatus }: AuditRow): 'available' | 'in-use' =>
  expectedStatus === 'in-use' ? 'in-use' : 'available'
