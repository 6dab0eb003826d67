import { readdirSync, readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { at, startCloud, type Reply } from './asking.ts'

/**
 * Exchanges with a real OpenStack, asked again of the embedded one: status, telling headers, the sentences of refusals
 * to the letter, and the fields of everything else.
 */
const folder = new URL('./recordings/', import.meta.url)

type Cloud = ReturnType<typeof startCloud>
/** Who asks, and which of our things stand for those of the recording. */
type Cast = {
  as?: 'demo' | 'reader' | 'admin' | 'nobody'
  volume?: string
  server?: string
  type?: string
  attachment?: string
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const notThere = '00000000-0000-0000-0000-000000000000'

/** Where the usual cast (demo, the free shareable volume, a free node) doesn't fit. */
const casts: Record<string, Cast> = {
  '019': { as: 'nobody' },
  '020': { as: 'nobody' },
  '086': { volume: 'quorum-disk', server: 'node-01' },
  '094': { server: 'legacy-1' },
  '106': { volume: 'quorum-disk' },
  '107': { volume: 'quorum-disk' },
  '109': { volume: 'quorum-disk' },
  '111': { volume: 'quorum-disk' },
  '121': { volume: 'quorum-disk', server: 'node-01' },
  '142': { volume: 'scratch' },
  '153': { volume: 'gfs2-cluster' },
  '158': { as: 'admin' },
  '161': { as: 'admin', type: '__DEFAULT__' },
  '164': { as: 'admin', type: '__DEFAULT__' },
  '212': { as: 'nobody' },
  '215': { as: 'nobody' },
  '432': { as: 'admin' },
  '434': { as: 'admin' },
  '441': { as: 'admin' },
  '442': { as: 'admin', type: 'encrypted' },
  '485': { as: 'admin' },
  '486': { as: 'admin' },
  '566': { volume: 'web-1-root', server: 'web-1' },
  '601': { as: 'admin' },
  '602': { as: 'admin' },
  '689': { volume: 'quorum-disk' },
  '694': { volume: 'quorum-disk' },
  '724': { volume: 'quorum-disk' },
}

const castOf = (name: string): Cast => {
  const who = /-(as-)?(reader|member|admin)\b/.exec(name)?.[2]
  const as = who === 'reader' || who === 'admin' ? who : 'demo'
  return { as, ...casts[name.slice(0, 3)] }
}

const addresses: Record<string, string> = {
  '5000': '/cloud/identity',
  '8776': '/cloud/volume',
  '8774': '/cloud/compute',
  '9292': '/cloud/image',
}

type Recorded = {
  request: { method: string; url: string; headers: Record<string, string>; body: unknown }
  response: { status: number; headers: Record<string, string>; body: unknown }
}

const read = (file: string): Recorded => JSON.parse(readFileSync(new URL(file, folder), 'utf8'))

/** Puts our ids in the place of the recorded ones, by the word before them. */
function translate(text: string, cloud: Cloud, cast: Cast, projectId: string): string {
  const { volume = 'lonely', server = 'node-13', type = 'multiattach' } = cast
  const attachment = [...cloud.region.storage.attachmentsOf(cloud.volume(volume))].at(-1)?.id ?? ''
  const ids: Record<string, () => string> = {
    volumes: () => cloud.volume(volume),
    volumeId: () => cloud.volume(volume),
    volume_uuid: () => cloud.volume(volume),
    volume_id: () => cloud.volume(volume),
    source_volid: () => cloud.volume(volume),
    'os-volume_attachments': () => cloud.volume(volume),
    servers: () => cloud.server(server),
    types: () => cloud.type(type),
    attachments: () => attachment,
    images: () => cloud.image('tiny'),
    imageRef: () => cloud.image('tiny'),
    instance_uuid: () => cloud.server(server),
  }
  return text
    .replaceAll(
      /([\w-]+)("?[/:=]\s*"?)([0-9a-f-]{36})/g,
      (all, word: string, gap: string, id: string) =>
        id === notThere || !(word in ids) ? all : word + gap + (ids[word]?.() ?? id),
    )
    .replaceAll(/\b[0-9a-f]{32}\b/g, projectId)
}

const telling = ['content-type', 'vary', 'openstack-api-version', 'retry-after', 'allow']

const anonymous = (text: string) =>
  text
    .replaceAll(uuid, '<id>')
    .replaceAll(/quota is \d+G and \d+G/g, 'quota is <n>G and <n>G')
    .replaceAll(/\b[0-9a-f]{32}\b/g, '<hex>')

/** What of an answer is to be the same in both clouds. */
function essence(status: number, headers: Record<string, string>, body: unknown) {
  return {
    status,
    headers: Object.fromEntries(telling.map((name) => [name, headers[name]])),
    ids: Object.keys(headers)
      .filter((name) => name.endsWith('request-id'))
      .toSorted(),
    body: status >= 400 ? anonymous(JSON.stringify(body)) : undefined,
  }
}

/** Names that depend on what a cloud holds and not on how it answers. */
const incidental =
  /^owner_specified|^filesystem$|^team$|^os_distro|^os_version|^hw_disk_bus|_(standard|multiattach|encrypted|nowhere|__DEFAULT__)$/

/** Where the fields of two answers differ. Null fits everything, and so does an empty list. */
function differences(real: unknown, ours: unknown, path = ''): string[] {
  if (real === null || ours === null || real === undefined) return []
  if (Array.isArray(real) && Array.isArray(ours))
    return real.length > 0 && ours.length > 0 ? differences(real[0], ours[0], `${path}[]`) : []
  if (typeof real !== typeof ours || Array.isArray(real) !== Array.isArray(ours))
    return [`${path}: ${typeof real} → ${typeof ours}`]
  if (typeof real !== 'object' || typeof ours !== 'object') return []
  const names = new Set([...Object.keys(real), ...Object.keys(ours ?? {})])
  return [...names]
    .filter((name) => !incidental.test(name))
    .flatMap((name) => {
      const [a, b] = [at(real, name), at(ours, name)]
      if (a === undefined || b === undefined)
        return [`${path}.${name}: ${a === undefined ? 'only ours' : 'missing'}`]
      return differences(a, b, `${path}.${name}`)
    })
}

async function replay(name: string): Promise<{ real: Recorded; ours: Reply }> {
  const real = read(name)
  const cloud = startCloud()
  const cast = castOf(name)
  const person = cast.as === 'nobody' ? undefined : await cloud.signIn(cast.as ?? 'demo', 'demo')
  const url = new URL(real.request.url)
  const path = translate(url.pathname + url.search, cloud, cast, person?.projectId ?? '')
  const { body, headers, method } = real.request
  const sent: unknown =
    typeof body === 'string' || body === null || body === undefined
      ? (body ?? undefined)
      : JSON.parse(
          translate(JSON.stringify(body), cloud, cast, person?.projectId ?? '').replace(
            '"password":"live"',
            '"password":"mooring"',
          ),
        )
  const ours = await cloud.ask(method, (addresses[url.port] ?? '') + path, {
    headers: {
      ...Object.fromEntries(
        Object.entries(headers).map(([header, value]) => [header.toLowerCase(), value]),
      ),
      ...(person && { 'x-auth-token': person.token }),
      ...(headers['X-Subject-Token'] && person && { 'x-subject-token': person.token }),
    },
    ...(sent !== undefined && { body: sent }),
  })
  return { real, ours }
}

const names = readdirSync(folder).filter((name) => name.endsWith('.json'))

test.each(names)('%s', async (name) => {
  const { real, ours } = await replay(name)
  const { status, headers, body } = real.response
  expect(essence(ours.status, Object.fromEntries(ours.headers), ours.body)).toEqual(
    essence(status, headers, body),
  )
  if (status < 400) expect(differences(body, ours.body)).toEqual([])
})
