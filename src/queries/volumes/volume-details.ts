import { queryOptions } from '@tanstack/react-query'

import type { Scope } from '#src/model/cloud/scope.ts'
import type { VolumeDetails } from '#src/model/volume/volume-details.ts'
import { withoutVolumes, withVolumes } from '#src/model/volume/volume-list.ts'
import { isChanging, isMigrating, type Volume, type VolumeId } from '#src/model/volume/volume.ts'
import { isNotFound } from '#src/openstack/http/api-error.ts'
import { getVolumeDetails } from '#src/openstack/volumes/volume-details.ts'
import { every } from '#src/queries/pace.ts'

import { changeList, detailsKey } from './volumes.ts'

/** How often a volume is refetched while it is changing, and while it is idle, in ms. */
const changingMs = 1_000
const atRestMs = 30_000

const isAtWork = (volume: Volume) => isChanging(volume) || isMigrating(volume)

/**
 * One volume with all that the cloud says of it; the list learns of each look.
 * @throws ApiError of kind `not-found` where the volume is not there, or not any more
 */
export const volumeDetailsQuery = (scope: Scope, id: VolumeId) =>
  queryOptions<VolumeDetails>({
    queryKey: detailsKey(scope, id),
    queryFn: async ({ signal, client }) => {
      try {
        const details = await getVolumeDetails(scope, id, signal)
        changeList(client, scope, (list) =>
          list.volumes.some((known) => known.id === id)
            ? withVolumes(list, [details.volume])
            : list,
        )
        return details
      } catch (error) {
        if (isNotFound(error))
          changeList(client, scope, (list) => withoutVolumes(list, new Set([id])))
        throw error
      }
    },
    staleTime: 2_000,
    refetchInterval: ({ state }) => {
      if (isNotFound(state.error)) return false
      return every(state.data && isAtWork(state.data.volume) ? changingMs : atRestMs)({ state })
    },
  })
