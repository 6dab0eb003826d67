import {
  mutationOptions,
  type QueryClient,
  queryOptions,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'

import { itemsOf, type Listed } from '#src/model/cloud/listed.ts'
import type { Scope } from '#src/model/cloud/scope.ts'
import { isChangingSnapshot, type Snapshot, type SnapshotId } from '#src/model/snapshot/snapshot.ts'
import type { NewWords } from '#src/model/volume/new-words.ts'
import type { MetadataChange } from '#src/model/volume/volume-metadata.ts'
import type { VolumeId } from '#src/model/volume/volume.ts'
import { isNotFound } from '#src/openstack/http/api-error.ts'
import {
  createSnapshot,
  deleteSnapshot,
  getSnapshot,
  listSnapshots,
  type CreateSnapshotRequest,
  revertToSnapshot,
  updateSnapshot,
} from '#src/openstack/volumes/snapshots.ts'
import { every } from '#src/queries/pace.ts'

import { changeMetadata } from './change-metadata.ts'
import { quotaKey } from './quota.ts'
import { snapshotsKey } from './snapshots-key.ts'
import { refetchAfterwards, watchPaceMs } from './volumes.ts'

const listKey = (scope: Scope) => [...snapshotsKey(scope), 'list'] as const

/** How often an idle table is refetched, in ms. */
const atRestMs = 30_000

/** All snapshots of the project, newest first. */
export const snapshotsQuery = (scope: Scope) =>
  queryOptions({
    queryKey: listKey(scope),
    queryFn: ({ signal }) => listSnapshots(scope, signal),
    select: itemsOf<Snapshot>,
    staleTime: 10_000,
    refetchInterval: every(atRestMs),
  })

/** One snapshot; the list's is shown until it has been read. */
export const snapshotQuery = (scope: Scope, id: SnapshotId) =>
  queryOptions({
    queryKey: [...snapshotsKey(scope), 'one', id],
    queryFn: ({ signal }) => getSnapshot(scope, id, signal),
    refetchInterval: ({ state }) =>
      every(state.data && isChangingSnapshot(state.data) ? 1_000 : atRestMs)({ state }),
  })

function changeList(
  client: QueryClient,
  scope: Scope,
  change: (snapshots: Snapshot[]) => Snapshot[],
): void {
  client.setQueryData<Listed<Snapshot>>(
    listKey(scope),
    (list) => list && { ...list, items: change(list.items) },
  )
}

function keep(client: QueryClient, scope: Scope, snapshot: Snapshot): void {
  changeList(client, scope, (list) =>
    list.some(({ id }) => id === snapshot.id)
      ? list.map((known) => (known.id === snapshot.id ? snapshot : known))
      : [snapshot, ...list],
  )
  client.setQueryData([...snapshotsKey(scope), 'one', snapshot.id], snapshot)
}

const drop = (client: QueryClient, scope: Scope, gone: SnapshotId) =>
  changeList(client, scope, (list) => list.filter(({ id }) => id !== gone))

/** One snapshot as it is now; the list learns of it, also of its being gone. */
async function lookAt(
  client: QueryClient,
  scope: Scope,
  id: SnapshotId,
  signal?: AbortSignal,
): Promise<void> {
  try {
    keep(client, scope, await getSnapshot(scope, id, signal))
  } catch (error) {
    if (!isNotFound(error)) throw error
    drop(client, scope, id)
  }
}

/** Looks at a snapshot after an act on it. That this look failed does not make the act a failure. */
const lookAfterAct = (client: QueryClient, scope: Scope, id: SnapshotId): Promise<unknown> =>
  lookAt(client, scope, id).catch(() => undefined)

/** Of those that change at once, so many are watched closely; the others have to wait for the next reading of the list. */
const mostWatched = 10

/** Watches the snapshots that are changing, as long as the tab is seen. */
export function useWatchChangingSnapshots(
  scope: Scope,
  snapshots: readonly Snapshot[] | undefined,
): void {
  const client = useQueryClient()
  const changing = (snapshots ?? []).filter(isChangingSnapshot).slice(0, mostWatched)
  const what = changing.map(({ id, status }) => `${id} ${status}`).toSorted()
  const queryKey = [...snapshotsKey(scope), 'changing', what] as const
  useQuery({
    queryKey,
    enabled: changing.length > 0,
    queryFn: async ({ signal }) => {
      const looks = client.getQueryData<number>(queryKey) ?? 0
      await Promise.all(changing.map(({ id }) => lookAt(client, scope, id, signal)))
      return looks + 1
    },
    refetchInterval: ({ state }) => every(watchPaceMs(state.data ?? 0))({ state }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
}

/** Takes a snapshot; its row is there at once. */
export const createSnapshotMutation = (scope: Scope) =>
  mutationOptions({
    mutationFn: (request: CreateSnapshotRequest) => createSnapshot(scope, request),
    onSuccess: (snapshot, _request, _result, { client }) => keep(client, scope, snapshot),
    meta: { refreshes: [quotaKey(scope)] },
  })

/** Changes a snapshot's name or description; what is not given stays. */
export const updateSnapshotMutation = (scope: Scope, id: SnapshotId) =>
  mutationOptions({
    mutationFn: (change: NewWords) => updateSnapshot(scope, id, change),
    onSuccess: (snapshot, _change, _result, { client }) => keep(client, scope, snapshot),
  })

/** Sets and removes pairs of a snapshot's metadata; the others stay. */
export const snapshotMetadataMutation = (scope: Scope, id: SnapshotId) =>
  mutationOptions({
    mutationFn: (change: MetadataChange) =>
      changeMetadata(scope, { kind: 'snapshots', id }, change),
    onSuccess: (_answer, _metadata, _result, { client }) => lookAfterAct(client, scope, id),
  })

/** Deletes a snapshot; its row shows that it is being deleted, and then goes. */
export const deleteSnapshotMutation = (scope: Scope) =>
  mutationOptions({
    mutationFn: (id: SnapshotId) => deleteSnapshot(scope, id),
    onSuccess: (_answer, id, _result, { client }) => lookAfterAct(client, scope, id),
    meta: { refreshes: [quotaKey(scope)] },
  })

/** Takes a volume back to its latest snapshot; its row shows that it is reverting. */
export const revertMutation = (scope: Scope, volumeId: VolumeId) =>
  mutationOptions({
    mutationFn: (id: SnapshotId) => revertToSnapshot(scope, volumeId, id),
    onSuccess: (_answer, _id, _result, { client }) => refetchAfterwards(client, scope, volumeId),
    meta: { refreshes: [snapshotsKey(scope)] },
  })
