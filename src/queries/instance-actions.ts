import { queryOptions } from '@tanstack/react-query'

import type { InstanceAction } from '#src/model/attach/attachment-history.ts'
import { itemsOf } from '#src/model/cloud/listed.ts'
import type { Workplace } from '#src/model/cloud/workplace.ts'
import type { InstanceId } from '#src/model/volume/volume.ts'
import { explainInstanceAction, listInstanceActions } from '#src/openstack/instance-actions.ts'

import { instancesKey } from './instances.ts'
import { placeOf } from './session.ts'

/** What was done to an instance, newest first. */
export const instanceActionsQuery = (session: Workplace, instance: InstanceId) =>
  queryOptions({
    queryKey: [...instancesKey(session), 'actions', instance],
    queryFn: ({ signal }) => listInstanceActions(session, instance, signal),
    select: itemsOf<InstanceAction>,
    staleTime: 10_000,
  })

/** Why an action failed, in Nova's words; it is over and stays as it is. */
export const failedActionQuery = (session: Workplace, instance: InstanceId, requestId: string) =>
  queryOptions({
    queryKey: ['instance-action', ...placeOf(session), instance, requestId],
    queryFn: ({ signal }) => explainInstanceAction(session, instance, requestId, signal),
    staleTime: Infinity,
  })
