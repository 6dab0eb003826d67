import type { Region } from '#mocks/cloud/cloud.ts'
import type { Actor } from '#mocks/cloud/identity/caller.ts'

import type { InstanceAction, Server } from './compute.ts'

/** Notes in the instance's log that an action was asked for. */
export function logAction(
  { clock }: Region,
  server: Server,
  actor: Actor,
  action: string,
): InstanceAction {
  const now = clock.now()
  const entry: InstanceAction = {
    action,
    requestId: actor.requestId,
    userId: actor.userId,
    projectId: actor.projectId ?? '',
    startedAt: now,
    updatedAt: now,
    message: null,
    events: [],
  }
  server.actions.push(entry)
  return entry
}

/** Notes that a host has begun its part of an action; gives back how to note its end. */
export function beginEvent(
  { clock }: Region,
  entry: InstanceAction,
  event: string,
  host: string | null,
) {
  const one: InstanceAction['events'][number] = {
    event,
    startedAt: clock.now(),
    finishedAt: null,
    result: null,
    host,
    details: null,
    traceback: null,
  }
  entry.events.push(one)
  return (failure?: { details: string; traceback: string }) => {
    const result = failure ? 'Error' : 'Success'
    const { details, traceback } = failure ?? { details: null, traceback: null }
    Object.assign(one, { finishedAt: clock.now(), result, details, traceback })
    entry.updatedAt = clock.now()
    entry.message = failure ? 'Error' : null
  }
}

/** Notes an action that the instance's host begins at once; gives back how to note its end. */
export const beginAction = (
  region: Region,
  server: Server,
  actor: Actor,
  action: string,
  event: string,
) => beginEvent(region, logAction(region, server, actor, action), event, server.host)
