import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'

import { bothScopes, type Scope } from '#src/model/cloud/scope.ts'
import type { StateRequest } from '#src/model/volume/volume-administration.ts'
import { withVolume } from '#src/model/volume/volume-list.ts'
import type { AttachmentId, VolumeId } from '#src/model/volume/volume.ts'
import {
  forceDetachVolume,
  listManageable,
  type ManageRequest,
  manageVolume,
  migrateVolume,
  resetVolumeStatus,
  unmanageVolume,
} from '#src/openstack/volumes/volume-administration.ts'
import { attachmentsKey } from '#src/queries/attach/attachments.ts'
import { scopeKey } from '#src/queries/session.ts'

import { quotaKey } from './quota.ts'
import { changeList, refetchAfterwards, refetchOrDrop } from './volumes.ts'

/** The volume's row follows the act, and a refusal too: it shows that the row was old. */
const followedBy = (scope: Scope, id: VolumeId) => ({
  onSettled: (
    _answer: unknown,
    _error: Error | null,
    _asked: unknown,
    _result: unknown,
    { client }: { client: QueryClient },
  ) => refetchAfterwards(client, scope, id),
})

/** Sets what Cinder's record says of a volume. */
export const resetStatusMutation = (scope: Scope, id: VolumeId) =>
  mutationOptions({
    mutationFn: (request: StateRequest) => resetVolumeStatus(scope, id, request),
    ...followedBy(scope, id),
    meta: { refreshes: [attachmentsKey(scope, id)] },
  })

/** Has Cinder end an attachment on its side. */
export const forceDetachMutation = (scope: Scope, id: VolumeId) =>
  mutationOptions({
    mutationFn: (attachment: AttachmentId) => forceDetachVolume(scope, id, attachment),
    ...followedBy(scope, id),
    meta: { refreshes: [attachmentsKey(scope, id)] },
  })

/** Moves a volume's data to another pool; its row shows how far that is. */
export const migrateVolumeMutation = (scope: Scope, id: VolumeId) =>
  mutationOptions({
    mutationFn: (request: { host: string; forceHostCopy: boolean; lockVolume: boolean }) =>
      migrateVolume(scope, id, request),
    ...followedBy(scope, id),
  })

/** Has Cinder forget a volume; its row goes. */
export const unmanageVolumeMutation = (scope: Scope, id: VolumeId) =>
  mutationOptions({
    mutationFn: () => unmanageVolume(scope, id),
    onSuccess: (_answer, _nothing, _result, { client }) => refetchOrDrop(client, scope, id),
    meta: { refreshes: [quotaKey(scope), manageableKey(scope)] },
  })

/** Has Cinder take over what is on a back end already, for the session's project; its row is there at once. */
export const manageVolumeMutation = (scope: Scope) =>
  mutationOptions({
    mutationFn: (request: ManageRequest) => manageVolume(scope, request),
    onSuccess: (volume, { host }, _result, { client }) => {
      const projectId = scope.project.id
      for (const place of bothScopes(scope))
        changeList(client, place, (list) => withVolume(list, { ...volume, projectId, host }))
    },
    meta: { refreshes: [quotaKey(scope), manageableKey(scope)] },
  })

const manageableKey = (scope: Scope) => ['manageable-volumes', ...scopeKey(scope)] as const

/** What a back end has that Cinder could take over. Many a driver can't tell, so that this fails. */
export const manageableQuery = (scope: Scope, host: string) =>
  queryOptions({
    queryKey: [...manageableKey(scope), host],
    queryFn: ({ signal }) => listManageable(scope, host, signal),
    staleTime: 10_000,
    retry: false,
  })
