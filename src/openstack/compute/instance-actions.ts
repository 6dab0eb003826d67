import { z } from 'zod/mini'

import type { InstanceAction } from '#src/model/attach/attachment-history.ts'
import type { LateFailure } from '#src/model/attach/attachment-step.ts'
import type { Listed } from '#src/model/cloud/listed.ts'
import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { InstanceId } from '#src/model/volume/volume.ts'
import { needed, text, time } from '#src/openstack/http/fields.ts'
import { nova } from '#src/openstack/http/http.ts'
import { listOf, pageOf } from '#src/openstack/http/pagination.ts'

/** An event of an action; `traceback` and, from 2.84, `details` are returned where the cloud's policy allows. */
const eventSchema = z.object({ event: text, result: text, traceback: text, details: text })

const actionSchema = z.object({
  instanceAction: z.object({
    action: text,
    message: text,
    request_id: text,
    events: z.catch(z.nullish(listOf(eventSchema)), null),
  }),
})

const actionListSchema = z.pipe(
  z.object({
    action: needed,
    request_id: needed,
    start_time: time,
    updated_at: time,
    message: text,
  }),
  z.transform((raw): InstanceAction => ({
    action: raw.action,
    requestId: raw.request_id,
    startedAt: raw.start_time,
    updatedAt: raw.updated_at,
    failed: raw.message === 'Error',
  })),
)

const actionPage = pageOf('instanceActions', actionListSchema)

/** What was done to an instance, newest first: as much as the cloud gives on one page, usually 1,000. */
export const listInstanceActions = (
  cloud: CloudScope,
  instance: InstanceId,
  signal?: AbortSignal,
): Promise<Listed<InstanceAction>> =>
  nova(cloud).list(`/servers/${encodeURIComponent(instance)}/os-instance-actions`, actionPage, {
    signal,
  })

/** The sentence at the end of a Python traceback. */
const lastLine = (traceback: string) => traceback.trim().split('\n').at(-1)?.trim()

/**
 * What the instance's action log says of the request that attached or detached a volume and was undone afterwards.
 * Nova's log names an action by the id of the request that began it.
 */
export async function explainInstanceAction(
  cloud: CloudScope,
  instance: InstanceId,
  requestId: string,
  signal?: AbortSignal,
): Promise<LateFailure> {
  const body = await nova(cloud).get(
    `/servers/${encodeURIComponent(instance)}/os-instance-actions/${encodeURIComponent(requestId)}`,
    actionSchema,
    { signal },
  )
  const { action, message, events } = body.instanceAction
  const failed = events?.items.find(({ result }) => result === 'Error')
  const reason = failed?.details ?? (failed?.traceback && lastLine(failed.traceback))
  const words = [failed?.event ?? action, failed?.result ?? message, reason].filter(Boolean)
  return { message: words.join(': '), requestId }
}
