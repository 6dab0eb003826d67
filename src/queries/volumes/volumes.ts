import {
  mutationOptions,
  type QueryClient,
  queryOptions,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useMemo } from 'react'

import { flawsTogether, type ListFlaws } from '#src/model/cloud/listed.ts'
import { speaks } from '#src/model/cloud/microversion.ts'
import { bothScopes, type Scope } from '#src/model/cloud/scope.ts'
import type { ProjectId } from '#src/model/cloud/session.ts'
import type { VolumeDetails } from '#src/model/volume/volume-details.ts'
import {
  caughtUp,
  changingIn,
  newestChange,
  reconciled,
  type VolumeList,
  withoutVolumes,
  withVolume,
  withVolumes,
} from '#src/model/volume/volume-list.ts'
import type { Volume, VolumeId } from '#src/model/volume/volume.ts'
import { isNotFound } from '#src/openstack/http/api-error.ts'
import { eachPage } from '#src/openstack/http/pagination.ts'
import { deleteVolume } from '#src/openstack/volumes/delete-volume.ts'
import { getVolumeDetails } from '#src/openstack/volumes/volume-details.ts'
import {
  countVolumes,
  createVolume,
  listVolumes,
  type CreateVolumeRequest,
  type VolumePage,
} from '#src/openstack/volumes/volumes.ts'
import { every } from '#src/queries/pace.ts'
import { scopeKey } from '#src/queries/session.ts'

import { lookAtChanging } from './changing-volumes.ts'
import { quotaKey } from './quota.ts'
import { snapshotsKey } from './snapshots-key.ts'

/** All that is known of the project's volumes. */
export const volumesKey = (scope: Scope) => ['volumes', ...scopeKey(scope)] as const
/** All that is known of one volume. */
export const detailsKey = (scope: Scope, id: VolumeId) =>
  [...volumesKey(scope), 'details', id] as const
const listKey = (scope: Scope) => [...volumesKey(scope), 'list'] as const

/** The first page is small, so that it is there soon; the others are as large as clouds allow. */
const firstPage = 100
const laterPage = 1_000
/** How often an idle table asks what changed, in ms. */
const atRestMs = 30_000
/** How often the whole list is refetched, in ms, in case anything was missed. */
const wholeEveryMs = 600_000

/**
 * The list with what changed since it was read: two short answers, whatever its length.
 * @returns undefined where it has to be read as a whole: the cloud can't tell (before 3.60), or something was deleted
 */
async function catchUp(
  client: QueryClient,
  scope: Scope,
  signal: AbortSignal,
): Promise<VolumeList | undefined> {
  const known = client.getQueryData<VolumeList>(listKey(scope))
  if (known?.readAt === undefined || Date.now() - known.readAt > wholeEveryMs) return undefined
  const changedSince = newestChange(known)
  if (changedSince === undefined || !speaks(scope, 'volume', '3.60')) return undefined
  const [page, count] = await Promise.all([
    listVolumes(scope, { changedSince, limit: laterPage }, signal),
    countVolumes(scope, signal),
  ])
  // The page may have learnt of some of it meanwhile.
  const now = client.getQueryData<VolumeList>(listKey(scope))
  const isWhole = page.next === undefined && page.unread.length === 0
  return isWhole && count !== undefined && now ? caughtUp(now, page.items, count) : undefined
}

/** All volumes, newest first; the first pages are there before the last, and later only what changed is read. */
export const volumesQuery = (scope: Scope) => {
  const queryKey = listKey(scope)
  return queryOptions<VolumeList>({
    queryKey,
    queryFn: async ({ signal, client }) => {
      const changed = await catchUp(client, scope, signal)
      if (changed) return changed
      const before = client.getQueryData<VolumeList>(queryKey)
      const readAt = Date.now()
      const read = new Map<VolumeId, Volume>()
      let total: number | undefined
      const flaws: ListFlaws[] = []
      const pages = eachPage<Volume, VolumePage>((marker) =>
        listVolumes(scope, { limit: marker === undefined ? firstPage : laterPage, marker }, signal),
      )
      for await (const page of pages) {
        for (const volume of page.items) read.set(volume.id, volume)
        flaws.push(page)
        total ??= page.total
        if (before === undefined && page.next !== undefined)
          client.setQueryData<VolumeList>(queryKey, {
            volumes: [...read.values()],
            complete: false,
            ...(total !== undefined && { total }),
          })
      }
      const now = before === undefined ? undefined : client.getQueryData<VolumeList>(queryKey)
      const volumes = [...read.values()]
      const whole = flawsTogether(flaws)
      const list = { volumes, complete: true, total: volumes.length, readAt, flaws: whole }
      return reconciled(before, now, list)
    },
    staleTime: atRestMs / 2,
    refetchInterval: every(atRestMs),
  })
}

/** Changes what the page knows of the project's volumes, without asking the cloud. */
export function changeList(
  client: QueryClient,
  scope: Scope,
  change: (list: VolumeList) => VolumeList,
): void {
  client.setQueryData<VolumeList>(listKey(scope), (list) => list && change(list))
}

/** Whether a volume belongs in the list of a scope; an unknown project counts as the session's. */
const isListedIn = ({ allProjects, project }: Scope, { projectId }: Volume) =>
  allProjects || projectId === null || projectId === project.id

/** One volume as it is now; the lists and the volume's page learn of it as well. */
export async function lookAtVolume(
  client: QueryClient,
  scope: Scope,
  id: VolumeId,
): Promise<Volume> {
  const details = await getVolumeDetails(scope, id)
  const { volume } = details
  for (const place of bothScopes(scope)) {
    client.setQueryData<VolumeDetails>(detailsKey(place, id), (known) => known && details)
    if (isListedIn(place, volume)) changeList(client, place, (list) => withVolume(list, volume))
  }
  return volume
}

/** Looks at a volume after an act on it. That this look failed does not make the act a failure. */
export const refetchAfterwards = (
  client: QueryClient,
  scope: Scope,
  id: VolumeId,
): Promise<unknown> => lookAtVolume(client, scope, id).catch(() => undefined)

/** The waits between looks at changing volumes, in ms: from 0.5 s, longer while nothing changes, at most 10 s. */
export const watchPaceMs = (quietLooks: number): number => Math.min(10_000, 500 * 1.4 ** quietLooks)

/**
 * Watches the volumes that are changing, all together, as long as the tab is seen. `elsewhere` are those that somebody
 * looks at already.
 */
export function useWatchChanging(
  scope: Scope,
  list: VolumeList | undefined,
  elsewhere: ReadonlySet<VolumeId>,
): void {
  const client = useQueryClient()
  // Gone through once for each list, and not at each drawing.
  const all = useMemo(() => (list ? changingIn(list) : []), [list])
  const changing = all.filter(({ id }) => !elsewhere.has(id))
  const what = changing.map(({ id, status }) => `${id} ${status}`).toSorted()
  const queryKey = [...volumesKey(scope), 'changing', what] as const
  useQuery({
    queryKey,
    enabled: changing.length > 0,
    queryFn: async ({ signal }) => {
      const looks = client.getQueryData<number>(queryKey) ?? 0
      const { seen, gone } = await lookAtChanging(scope, changing, signal)
      changeList(client, scope, (now) => withoutVolumes(withVolumes(now, seen), gone))
      return looks + 1
    },
    refetchInterval: ({ state }) => every(watchPaceMs(state.data ?? 0))({ state }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
}

/** Makes a volume; its row is there at once. */
export const createVolumeMutation = (scope: Scope) =>
  mutationOptions({
    mutationFn: (volume: CreateVolumeRequest) => createVolume(scope, volume),
    onSuccess: (volume, _asked, _result, { client }) => {
      const projectId: ProjectId = scope.project.id
      for (const place of bothScopes(scope))
        changeList(client, place, (list) => withVolume(list, { ...volume, projectId }))
    },
    meta: { refreshes: [quotaKey(scope)] },
  })

/**
 * Deletes a volume, with `cascade` its snapshots too, with `force` whatever its status is; its row shows that it is being
 * deleted, and then goes.
 */
export const deleteVolumeMutation = (scope: Scope) =>
  mutationOptions({
    mutationFn: ({ id, cascade, force }: { id: VolumeId; cascade: boolean; force: boolean }) =>
      deleteVolume(scope, id, { cascade, force }),
    onSuccess: (_answer, { id }, _result, { client }) => refetchOrDrop(client, scope, id),
    meta: { refreshes: [quotaKey(scope), snapshotsKey(scope)] },
  })

/**
 * Looks at a volume that was asked to go. Only "not found" says that it is gone; where the look fails otherwise, its row stays, and
 * the list's next reading tells.
 */
export async function refetchOrDrop(
  client: QueryClient,
  scope: Scope,
  id: VolumeId,
): Promise<void> {
  try {
    await lookAtVolume(client, scope, id)
  } catch (error) {
    if (!isNotFound(error)) return
    for (const place of bothScopes(scope))
      changeList(client, place, (list) => withoutVolumes(list, new Set([id])))
  }
}
