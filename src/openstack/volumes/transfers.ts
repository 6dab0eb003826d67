import { z } from 'zod/mini'

import type { Listed } from '#src/model/cloud/listed.ts'
import { speaks } from '#src/model/cloud/microversion.ts'
import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { Transfer, TransferCredentials } from '#src/model/volume/transfer.ts'
import type { VolumeId } from '#src/model/volume/volume.ts'
import { needed, text, time } from '#src/openstack/http/fields.ts'
import { cinder } from '#src/openstack/http/http.ts'
import { allTenants, pageOf } from '#src/openstack/http/pagination.ts'

/** The older address knows nothing of snapshots: it stays as it was before 3.55. */
const root = (cloud: CloudScope) =>
  speaks(cloud, 'volume', '3.55') ? '/volume-transfers' : '/os-volume-transfer'

const transferSchema = z.pipe(
  z.object({ id: needed, name: text, volume_id: needed, created_at: time }),
  z.transform((raw): Transfer => ({
    id: raw.id,
    name: raw.name ?? '',
    volumeId: raw.volume_id,
    createdAt: raw.created_at,
  })),
)

const transferPage = pageOf('transfers', transferSchema)

/** The volumes of the project that are on offer. */
export const listTransfers = (cloud: CloudScope, signal?: AbortSignal): Promise<Listed<Transfer>> =>
  cinder(cloud).all(`${root(cloud)}/detail`, transferPage, {
    query: { all_tenants: allTenants(cloud) },
    signal,
  })

const offered = z.object({
  transfer: z.object({ id: z.string(), name: z.nullish(z.string()), auth_key: z.string() }),
})

/** Offers a volume to whoever has the credentials, which are returned only this once. */
export async function createTransfer(
  cloud: CloudScope,
  volumeId: VolumeId,
  { name, withSnapshots }: { name: string; withSnapshots: boolean },
): Promise<TransferCredentials> {
  const body = await cinder(cloud).post(root(cloud), offered, {
    body: {
      transfer: { volume_id: volumeId, name, ...(!withSnapshots && { no_snapshots: true }) },
    },
  })
  const { id, name: raw, auth_key: authKey } = body.transfer
  return { id, name: raw ?? '', authKey }
}

/** Takes an offer back. */
export const deleteTransfer = (cloud: CloudScope, id: string) =>
  cinder(cloud).send('DELETE', `${root(cloud)}/${encodeURIComponent(id)}`)

const taken = z.object({ transfer: z.object({ volume_id: z.string() }) })

/** Takes the volume of an offer into the project. Gives back its id. */
export async function acceptTransfer(
  cloud: CloudScope,
  { id, authKey }: { id: string; authKey: string },
): Promise<VolumeId> {
  const body = await cinder(cloud).post(`${root(cloud)}/${encodeURIComponent(id)}/accept`, taken, {
    body: { accept: { auth_key: authKey } },
  })
  return body.transfer.volume_id
}
