import { z } from 'zod/mini'

import type { InstanceAction } from '#src/model/attachment-history.ts'
import type { LateFailure } from '#src/model/attachment-step.ts'
import type { InstanceId } from '#src/model/volume.ts'
import type { CloudScope } from '#src/model/workplace.ts'

import { parseCloudTime } from './cloud-time.ts'
import { ask } from './http.ts'

/** An event of an action; `traceback` and, from 2.84, `details` are told to those whom the cloud's policy lets see them. */
const eventSchema = z.object({
  event: z.string(),
  result: z.nullish(z.string()),
  traceback: z.nullish(z.string()),
  details: z.nullish(z.string()),
})

const actionSchema = z.object({
  instanceAction: z.object({
    action: z.string(),
    message: z.nullish(z.string()),
    request_id: z.string(),
    events: z.nullish(z.array(eventSchema)),
  }),
})

const actionList = z.object({
  instanceActions: z.array(
    z.pipe(
      z.object({
        action: z.string(),
        request_id: z.string(),
        start_time: z.nullish(z.string()),
        updated_at: z.nullish(z.string()),
        message: z.nullish(z.string()),
      }),
      z.transform((told): InstanceAction => ({
        action: told.action,
        requestId: told.request_id,
        startedAt: parseCloudTime(told.start_time),
        updatedAt: parseCloudTime(told.updated_at),
        failed: told.message === 'Error',
      })),
    ),
  ),
})

/** What was done to an instance, newest first: as much as the cloud gives on one page, usually 1,000. */
export async function listInstanceActions(
  cloud: CloudScope,
  instance: InstanceId,
  signal?: AbortSignal,
): Promise<InstanceAction[]> {
  const { body } = await ask(
    {
      cloud,
      service: 'compute',
      path: `/servers/${encodeURIComponent(instance)}/os-instance-actions`,
      ...(signal && { signal }),
    },
    actionList,
  )
  return body.instanceActions
}

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
  const { body } = await ask(
    {
      cloud,
      service: 'compute',
      path: `/servers/${encodeURIComponent(instance)}/os-instance-actions/${encodeURIComponent(requestId)}`,
      ...(signal && { signal }),
    },
    actionSchema,
  )
  const { action, message, events } = body.instanceAction
  const failed = events?.find(({ result }) => result === 'Error')
  const reason = failed?.details ?? (failed?.traceback && lastLine(failed.traceback))
  const words = [failed?.event ?? action, failed?.result ?? message, reason].filter(Boolean)
  return { message: words.join(': '), requestId }
}
