import { queryOptions } from '@tanstack/react-query'

import type { InstanceAction } from '#src/model/attach/attachment-history.ts'
import { itemsOf } from '#src/model/cloud/listed.ts'
import type { Scope } from '#src/model/cloud/scope.ts'
import type { InstanceId } from '#src/model/volume/volume.ts'
import {
  explainInstanceAction,
  listInstanceActions,
} from '#src/openstack/compute/instance-actions.ts'
import { scopeKey } from '#src/queries/session.ts'

import { instancesKey } from './instances.ts'

/** What was done to an instance, newest first. */
export const instanceActionsQuery = (scope: Scope, instance: InstanceId) =>
  queryOptions({
    queryKey: [...instancesKey(scope), 'actions', instance],
    queryFn: ({ signal }) => listInstanceActions(scope, instance, signal),
    select: itemsOf<InstanceAction>,
    staleTime: 10_000,
  })

/** Why an action failed, in Nova's words; it is over and stays as it is. */
export const failedActionQuery = (scope: Scope, instance: InstanceId, requestId: string) =>
  queryOptions({
    queryKey: ['instance-action', ...scopeKey(scope), instance, requestId],
    queryFn: ({ signal }) => explainInstanceAction(scope, instance, requestId, signal),
    staleTime: Infinity,
  })
