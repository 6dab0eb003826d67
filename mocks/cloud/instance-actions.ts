import type { Caller } from './caller.ts'
import type { Region } from './cloud.ts'
import type { InstanceAction, Server } from './compute.ts'

/** Notes in the instance's log that an action has begun; gives back how to note its end. */
export function beginAction(
  { clock }: Region,
  server: Server,
  caller: Caller,
  action: string,
  event: string,
) {
  const now = clock.now()
  const entry: InstanceAction = {
    action,
    requestId: caller.requestId,
    userId: caller.userId,
    projectId: caller.projectId ?? '',
    startedAt: now,
    updatedAt: now,
    message: null,
    events: [
      {
        event,
        startedAt: now,
        finishedAt: null,
        result: null,
        host: server.host,
        details: null,
        traceback: null,
      },
    ],
  }
  server.actions.push(entry)
  return (failure?: { details: string; traceback: string }) => {
    entry.updatedAt = clock.now()
    entry.message = failure ? 'Error' : null
    for (const one of entry.events) {
      one.finishedAt = clock.now()
      one.result = failure ? 'Error' : 'Success'
      one.details = failure?.details ?? null
      one.traceback = failure?.traceback ?? null
    }
  }
}
