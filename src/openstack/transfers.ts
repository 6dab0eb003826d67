import { z } from 'zod/mini'

import type { Listed } from '#src/model/cloud/listed.ts'
import { speaks } from '#src/model/cloud/microversion.ts'
import type { CloudScope, Reach } from '#src/model/cloud/workplace.ts'
import type { Transfer, TransferCredentials } from '#src/model/volume/transfer.ts'
import type { VolumeId } from '#src/model/volume/volume.ts'

import { needed, text, time } from './fields.ts'
import { ask, tell } from './http.ts'
import { allPages, allTenants, listOf, nextMarker, pageLinks } from './pages.ts'

/** The older address knows nothing of snapshots: it stays as it was before 3.55. */
const root = (cloud: CloudScope) =>
  speaks(cloud, 'volume', '3.55') ? '/volume-transfers' : '/os-volume-transfer'

const transferSchema = z.pipe(
  z.object({ id: needed, name: text, volume_id: needed, created_at: time }),
  z.transform((told): Transfer => ({
    id: told.id,
    name: told.name ?? '',
    volumeId: told.volume_id,
    createdAt: told.created_at,
  })),
)

const transferPage = z.object({ transfers_links: pageLinks, transfers: listOf(transferSchema) })

/** The volumes of the project that are on offer. */
export const listTransfers = (cloud: Reach, signal?: AbortSignal): Promise<Listed<Transfer>> =>
  allPages(async (marker) => {
    const { body } = await ask(
      {
        cloud,
        service: 'volume',
        path: `${root(cloud)}/detail`,
        query: { all_tenants: allTenants(cloud), marker },
        ...(signal && { signal }),
      },
      transferPage,
    )
    return { ...body.transfers, next: nextMarker(body.transfers_links) }
  })

const offered = z.object({
  transfer: z.object({ id: z.string(), name: z.nullish(z.string()), auth_key: z.string() }),
})

/** Offers a volume to whoever has the credentials, which are told this once. */
export async function createTransfer(
  cloud: CloudScope,
  volumeId: VolumeId,
  { name, withSnapshots }: { name: string; withSnapshots: boolean },
): Promise<TransferCredentials> {
  const { body } = await ask(
    {
      cloud,
      service: 'volume',
      method: 'POST',
      path: root(cloud),
      body: {
        transfer: { volume_id: volumeId, name, ...(!withSnapshots && { no_snapshots: true }) },
      },
    },
    offered,
  )
  const { id, name: told, auth_key: authKey } = body.transfer
  return { id, name: told ?? '', authKey }
}

/** Takes an offer back. */
export const deleteTransfer = (cloud: CloudScope, id: string) =>
  tell({
    cloud,
    service: 'volume',
    method: 'DELETE',
    path: `${root(cloud)}/${encodeURIComponent(id)}`,
  })

const taken = z.object({ transfer: z.object({ volume_id: z.string() }) })

/** Takes the volume of an offer into the project. Gives back its id. */
export async function acceptTransfer(
  cloud: CloudScope,
  { id, authKey }: { id: string; authKey: string },
): Promise<VolumeId> {
  const { body } = await ask(
    {
      cloud,
      service: 'volume',
      method: 'POST',
      path: `${root(cloud)}/${encodeURIComponent(id)}/accept`,
      body: { accept: { auth_key: authKey } },
    },
    taken,
  )
  return body.transfer.volume_id
}
