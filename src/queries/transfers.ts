import { mutationOptions, queryOptions } from '@tanstack/react-query'

import { itemsOf } from '#src/model/cloud/listed.ts'
import type { Workplace } from '#src/model/cloud/workplace.ts'
import type { Transfer } from '#src/model/volume/transfer.ts'
import type { VolumeId } from '#src/model/volume/volume.ts'
import {
  acceptTransfer,
  createTransfer,
  deleteTransfer,
  listTransfers,
} from '#src/openstack/transfers.ts'

import { quotaKey } from './quota.ts'
import { placeOf } from './session.ts'
import { snapshotsKey } from './snapshots-key.ts'
import { lookAfterwards } from './volumes.ts'

/** All that is known of the volumes of the project that are on offer. */
export const transfersKey = (session: Workplace) => ['transfers', ...placeOf(session)] as const

/** The volumes of the project that are on offer. */
export const transfersQuery = (session: Workplace) =>
  queryOptions({
    queryKey: transfersKey(session),
    queryFn: ({ signal }) => listTransfers(session, signal),
    select: itemsOf<Transfer>,
    staleTime: 5_000,
  })

/** Offers a volume; its row shows that it awaits transfer. */
export const createTransferMutation = (session: Workplace, volumeId: VolumeId) =>
  mutationOptions({
    mutationFn: (wish: { name: string; withSnapshots: boolean }) =>
      createTransfer(session, volumeId, wish),
    onSuccess: (_offer, _wish, _result, { client }) => lookAfterwards(client, session, volumeId),
    meta: { refreshes: [transfersKey(session)] },
  })

/** Takes an offer back. */
export const cancelTransferMutation = (session: Workplace, volumeId: VolumeId) =>
  mutationOptions({
    mutationFn: (transferId: string) => deleteTransfer(session, transferId),
    onSuccess: (_answer, _id, _result, { client }) => lookAfterwards(client, session, volumeId),
    meta: { refreshes: [transfersKey(session)] },
  })

/** Takes the volume of an offer into the project; its row is there at once, its snapshots come with it. */
export const acceptTransferMutation = (session: Workplace) =>
  mutationOptions({
    mutationFn: (credentials: { id: string; authKey: string }) =>
      acceptTransfer(session, credentials),
    onSuccess: (volumeId, _credentials, _result, { client }) =>
      lookAfterwards(client, session, volumeId),
    meta: { refreshes: [quotaKey(session), snapshotsKey(session), transfersKey(session)] },
  })
