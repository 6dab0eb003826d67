import type { AttachmentCloud } from '#src/model/attach/attachment-step.ts'
import {
  isChangingStatus,
  type InstanceId,
  type Volume,
  type VolumeId,
} from '#src/model/volume/volume.ts'
import { volumeStatusIn } from '#src/openstack/http/error-body.ts'
import { volumeSchema } from '#src/openstack/volumes/volumes.ts'

/** A cloud spoken to without a server between, as far as timings need it. */
export type LiveCloud = {
  attachments: AttachmentCloud
  instancesNamed(name: RegExp): Promise<InstanceId[]>
  createShareable(name: string): Promise<VolumeId>
  remove(volume: VolumeId): Promise<void>
}

type Endpoint = { interface: string; url: string }
type Token = { token: { catalog: { type: string; endpoints: Endpoint[] }[] } }

class Refused extends Error {}

const {
  OS_AUTH_URL,
  OS_USERNAME = 'demo',
  OS_PASSWORD = 'live',
  OS_PROJECT_NAME = 'demo',
} = process.env

const domain = { name: 'Default' }
const credentials = {
  auth: {
    identity: {
      methods: ['password'],
      password: { user: { name: OS_USERNAME, domain, password: OS_PASSWORD } },
    },
    scope: { project: { name: OS_PROJECT_NAME, domain } },
  },
}

const attachmentsOf = (instance: InstanceId) => `/servers/${instance}/os-volume_attachments`

/** Signs in to the cloud that the `OS_*` settings name. */
export async function liveCloud(): Promise<LiveCloud> {
  if (!OS_AUTH_URL) throw new Error('OS_AUTH_URL is not set')
  const signedIn = await fetch(`${OS_AUTH_URL}/auth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  })
  if (!signedIn.ok) throw new Error(await signedIn.text())
  const { token }: Token = await signedIn.json()
  const secret = signedIn.headers.get('x-subject-token') ?? ''
  const endpoint = (type: string) =>
    token.catalog
      .find((one) => one.type === type)
      ?.endpoints.find((one) => one.interface === 'public')?.url ?? ''
  const bases = { volume: endpoint('block-storage'), compute: endpoint('compute') }

  async function call(service: 'volume' | 'compute', path: string, method = 'GET', body?: unknown) {
    const answer = await fetch(`${bases[service]}${path}`, {
      method,
      headers: {
        'x-auth-token': secret,
        'content-type': 'application/json',
        'openstack-api-version': service === 'volume' ? 'volume 3.60' : 'compute 2.89',
      },
      body: body === undefined ? null : JSON.stringify(body),
    })
    if (!answer.ok) throw new Refused(await answer.text())
    return answer
  }
  const look = async (id: VolumeId): Promise<Volume> => {
    const { volume }: { volume: unknown } = await (await call('volume', `/volumes/${id}`)).json()
    return volumeSchema.parse(volume)
  }

  return {
    attachments: {
      look,
      async attach(volumeId, instance) {
        await call('compute', attachmentsOf(instance), 'POST', { volumeAttachment: { volumeId } })
        return {}
      },
      async detach(volumeId, instance) {
        await call('compute', `${attachmentsOf(instance)}/${volumeId}`, 'DELETE')
        return {}
      },
      explain: () => Promise.resolve({ message: null }),
      wasForStatus(error) {
        const status = volumeStatusIn(error.message)
        return status === 'unknown' || (status !== undefined && isChangingStatus(status))
      },
      isUncertain: (error) => !(error instanceof Refused),
      pauseMs: () => undefined,
      endsLooking: () => false,
    },
    async instancesNamed(name) {
      const { servers }: { servers: { id: string; name: string }[] } = await (
        await call('compute', '/servers')
      ).json()
      return servers.filter((one) => name.test(one.name)).map(({ id }) => id)
    },
    async createShareable(name) {
      const asked = { volume: { name, size: 1, volume_type: 'multiattach' } }
      const { volume }: { volume: { id: string } } = await (
        await call('volume', '/volumes', 'POST', asked)
      ).json()
      while ((await look(volume.id)).status !== 'available')
        await new Promise((resolve) => setTimeout(resolve, 100))
      return volume.id
    },
    async remove(volume) {
      await call('volume', `/volumes/${volume}`, 'DELETE')
    },
  }
}
