import { queryOptions } from '@tanstack/react-query'

import type { SignedIn } from '#src/model/session.ts'
import type { InstanceId } from '#src/model/volume.ts'
import { explainInstanceAction, listInstanceActions } from '#src/openstack/instance-actions.ts'

import { instancesKey } from './instances.ts'
import { placeOf } from './session.ts'

/** What was done to an instance, newest first. */
export const instanceActionsQuery = (session: SignedIn, instance: InstanceId) =>
  queryOptions({
    queryKey: [...instancesKey(session), 'actions', instance],
    queryFn: ({ signal }) => listInstanceActions(session, instance, signal),
    staleTime: 10_000,
  })

/** Why an action failed, in Nova's words; it is over and stays as it is. */
export const failedActionQuery = (session: SignedIn, instance: InstanceId, requestId: string) =>
  queryOptions({
    queryKey: ['instance-action', ...placeOf(session), instance, requestId],
    queryFn: ({ signal }) => explainInstanceAction(session, instance, requestId, signal),
    staleTime: Infinity,
  })
