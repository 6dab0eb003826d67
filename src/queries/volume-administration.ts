import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'

import { bothBreadths, type Workplace } from '#src/model/cloud/workplace.ts'
import type { StateWish } from '#src/model/volume/volume-administration.ts'
import { withVolume } from '#src/model/volume/volume-list.ts'
import type { AttachmentId, VolumeId } from '#src/model/volume/volume.ts'
import {
  forceDetachVolume,
  listManageable,
  type ManagedWish,
  manageVolume,
  migrateVolume,
  resetVolumeStatus,
  unmanageVolume,
} from '#src/openstack/volume-administration.ts'

import { attachmentsKey } from './attachments.ts'
import { quotaKey } from './quota.ts'
import { placeOf } from './session.ts'
import { changeList, lookAfterwards, lookOrDrop } from './volumes.ts'

/** The volume's row follows the act, and a refusal too: it shows that the row was old. */
const followedBy = (session: Workplace, id: VolumeId) => ({
  onSettled: (
    _answer: unknown,
    _error: Error | null,
    _asked: unknown,
    _result: unknown,
    { client }: { client: QueryClient },
  ) => lookAfterwards(client, session, id),
})

/** Sets what Cinder's record says of a volume. */
export const resetStatusMutation = (session: Workplace, id: VolumeId) =>
  mutationOptions({
    mutationFn: (wish: StateWish) => resetVolumeStatus(session, id, wish),
    ...followedBy(session, id),
    meta: { refreshes: [attachmentsKey(session, id)] },
  })

/** Has Cinder end an attachment on its side. */
export const forceDetachMutation = (session: Workplace, id: VolumeId) =>
  mutationOptions({
    mutationFn: (attachment: AttachmentId) => forceDetachVolume(session, id, attachment),
    ...followedBy(session, id),
    meta: { refreshes: [attachmentsKey(session, id)] },
  })

/** Moves a volume's data to another pool; its row shows how far that is. */
export const migrateVolumeMutation = (session: Workplace, id: VolumeId) =>
  mutationOptions({
    mutationFn: (wish: { host: string; forceHostCopy: boolean; lockVolume: boolean }) =>
      migrateVolume(session, id, wish),
    ...followedBy(session, id),
  })

/** Has Cinder forget a volume; its row goes. */
export const unmanageVolumeMutation = (session: Workplace, id: VolumeId) =>
  mutationOptions({
    mutationFn: () => unmanageVolume(session, id),
    onSuccess: (_answer, _nothing, _result, { client }) => lookOrDrop(client, session, id),
    meta: { refreshes: [quotaKey(session), manageableKey(session)] },
  })

/** Has Cinder take over what is on a back end already, for the session's project; its row is there at once. */
export const manageVolumeMutation = (session: Workplace) =>
  mutationOptions({
    mutationFn: (wish: ManagedWish) => manageVolume(session, wish),
    onSuccess: (volume, { host }, _result, { client }) => {
      const projectId = session.project.id
      for (const place of bothBreadths(session))
        changeList(client, place, (list) => withVolume(list, { ...volume, projectId, host }))
    },
    meta: { refreshes: [quotaKey(session), manageableKey(session)] },
  })

const manageableKey = (session: Workplace) => ['manageable-volumes', ...placeOf(session)] as const

/** What a back end has that Cinder could take over. Many a driver can't tell, so that this fails. */
export const manageableQuery = (session: Workplace, host: string) =>
  queryOptions({
    queryKey: [...manageableKey(session), host],
    queryFn: ({ signal }) => listManageable(session, host, signal),
    staleTime: 10_000,
    retry: false,
  })
