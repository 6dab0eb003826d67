import { z } from 'zod'

import type { Microversion, MicroversionRange } from '#src/model/cloud/session.ts'

import { partsOf } from './catalog.ts'
import type { Upstream } from './upstream.ts'

const versionSchema = z.object({
  id: z.string(),
  version: z.string().nullish(),
  max_version: z.string().nullish(),
  min_version: z.string().nullish(),
})

/** Nova answers one version below `/v2.1`, both answer a list at the root; a list may be wrapped in `values`. */
const documentSchema = z.union([
  z.object({ version: versionSchema }).transform(({ version }) => [version]),
  z.object({ versions: z.array(versionSchema) }).transform(({ versions }) => versions),
  z
    .object({ versions: z.object({ values: z.array(versionSchema) }) })
    .transform(({ versions }) => versions.values),
])

const major = { volume: 'v3', compute: 'v2.1' } as const

function microversionIn(text: string | null | undefined): Microversion | undefined {
  const [, majorText, minorText] = /^(\d+)\.(\d+)$/.exec(text ?? '') ?? []
  if (majorText === undefined || minorText === undefined) return undefined
  return { major: Number(majorText), minor: Number(minorText) }
}

/** The range that a version document names for the API that is used here. */
export function rangeIn(document: unknown, service: keyof typeof major): MicroversionRange | null {
  const { data = [] } = documentSchema.safeParse(document)
  const ours = data.find(({ id }) => id === major[service] || id.startsWith(`${major[service]}.`))
  const min = microversionIn(ours?.min_version)
  const max = microversionIn(ours?.max_version ?? ours?.version)
  return min && max ? { min, max } : null
}

/**
 * Where a version document may be, in the order of keystoneauth (`EndpointData._get_discovery_url_choices`): the
 * catalog's address without the project, without the version, and as it is. Only the catalog is trusted for
 * addresses: the links inside the documents name internal hosts all too often.
 */
function documentAddresses(address: string, projectId: string): Set<string> {
  const { root, version } = partsOf(address, projectId)
  return new Set([...(version === undefined ? [] : [`${root}/${version}/`]), `${root}/`, address])
}

async function documentAt(
  address: string,
  token: string,
  { upstream, signal }: { upstream: Upstream; signal: AbortSignal },
): Promise<unknown> {
  try {
    const response = await upstream(address, {
      headers: { accept: 'application/json', 'x-auth-token': token },
      signal,
    })
    if (response.status === 200 || response.status === 300) return await response.json()
    await response.body?.cancel()
  } catch {
    // Without a document the service still works, in a microversion that we guess.
  }
  return undefined
}

/**
 * The microversions that the service at the catalog's `address` takes; null where no document says so before `signal` is
 * aborted.
 */
export async function discoverRange(
  service: keyof typeof major,
  { address, projectId, token }: { address: string; projectId: string; token: string },
  way: { upstream: Upstream; signal: AbortSignal },
): Promise<MicroversionRange | null> {
  for (const candidate of documentAddresses(address, projectId)) {
    if (way.signal.aborted) return null
    const range = rangeIn(await documentAt(candidate, token, way), service)
    if (range) return range
  }
  return null
}
