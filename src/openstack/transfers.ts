import { z } from 'zod/mini'

import { speaks } from '#src/model/microversion.ts'
import type { Transfer, TransferCredentials } from '#src/model/transfer.ts'
import type { VolumeId } from '#src/model/volume.ts'
import type { CloudScope, Reach } from '#src/model/workplace.ts'

import { parseCloudTime } from './cloud-time.ts'
import { ask, tell } from './http.ts'
import { allTenants, nextMarker, pageLinks } from './pages.ts'

/** The older address knows nothing of snapshots: it stays as it was before 3.55. */
const root = (cloud: CloudScope) =>
  speaks(cloud, 'volume', '3.55') ? '/volume-transfers' : '/os-volume-transfer'

const transferPage = z.object({
  transfers_links: pageLinks,
  transfers: z.array(
    z.pipe(
      z.object({
        id: z.string(),
        name: z.nullish(z.string()),
        volume_id: z.string(),
        created_at: z.nullish(z.string()),
      }),
      z.transform((told): Transfer => ({
        id: told.id,
        name: told.name ?? '',
        volumeId: told.volume_id,
        createdAt: parseCloudTime(told.created_at),
      })),
    ),
  ),
})

/** The volumes of the project that are on offer. */
export async function listTransfers(cloud: Reach, signal?: AbortSignal): Promise<Transfer[]> {
  const transfers: Transfer[] = []
  let marker: string | undefined
  do {
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
    transfers.push(...body.transfers)
    marker = nextMarker(body.transfers_links)
  } while (marker !== undefined)
  return transfers
}

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
