import { mutationOptions, queryOptions } from '@tanstack/react-query'

import { itemsOf } from '#src/model/cloud/listed.ts'
import type { Scope } from '#src/model/cloud/scope.ts'
import type { Transfer } from '#src/model/volume/transfer.ts'
import type { VolumeId } from '#src/model/volume/volume.ts'
import {
  acceptTransfer,
  createTransfer,
  deleteTransfer,
  listTransfers,
} from '#src/openstack/volumes/transfers.ts'
import { scopeKey } from '#src/queries/session.ts'

import { quotaKey } from './quota.ts'
import { snapshotsKey } from './snapshots-key.ts'
import { refetchAfterwards } from './volumes.ts'

/** All that is known of the volumes of the project that are on offer. */
export const transfersKey = (scope: Scope) => ['transfers', ...scopeKey(scope)] as const

/** The volumes of the project that are on offer. */
export const transfersQuery = (scope: Scope) =>
  queryOptions({
    queryKey: transfersKey(scope),
    queryFn: ({ signal }) => listTransfers(scope, signal),
    select: itemsOf<Transfer>,
    staleTime: 5_000,
  })

/** Offers a volume; its row shows that it awaits transfer. */
export const createTransferMutation = (scope: Scope, volumeId: VolumeId) =>
  mutationOptions({
    mutationFn: (request: { name: string; withSnapshots: boolean }) =>
      createTransfer(scope, volumeId, request),
    onSuccess: (_offer, _request, _result, { client }) =>
      refetchAfterwards(client, scope, volumeId),
    meta: { refreshes: [transfersKey(scope)] },
  })

/** Takes an offer back. */
export const cancelTransferMutation = (scope: Scope, volumeId: VolumeId) =>
  mutationOptions({
    mutationFn: (transferId: string) => deleteTransfer(scope, transferId),
    onSuccess: (_answer, _id, _result, { client }) => refetchAfterwards(client, scope, volumeId),
    meta: { refreshes: [transfersKey(scope)] },
  })

/** Takes the volume of an offer into the project; its row is there at once, its snapshots come with it. */
export const acceptTransferMutation = (scope: Scope) =>
  mutationOptions({
    mutationFn: (credentials: { id: string; authKey: string }) =>
      acceptTransfer(scope, credentials),
    onSuccess: (volumeId, _credentials, _result, { client }) =>
      refetchAfterwards(client, scope, volumeId),
    meta: { refreshes: [quotaKey(scope), snapshotsKey(scope), transfersKey(scope)] },
  })
