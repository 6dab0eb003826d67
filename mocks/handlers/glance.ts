import type { Region } from '#mocks/cloud/cloud.ts'
import type { Image } from '#mocks/cloud/images.ts'
import { comparison, pageOf, type SortBy } from '#mocks/cloud/listing.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

import { ok, pageOfError } from './answer.ts'
import { route, type Ask, type ServiceRoute } from './ask.ts'
import { maxLimit, type SortKeys } from './paging.ts'
import { Router } from './router.ts'
import { serviceHandler, unauthorizedPage, type Service, type Setting } from './service.ts'
import { zuluTime } from './values.ts'
import { glanceOpen } from './versions.ts'

const imageView = (image: Image) => ({
  ...image.properties,
  name: image.name,
  disk_format: image.diskFormat,
  container_format: image.containerFormat,
  visibility: image.visibility,
  size: image.size,
  virtual_size: image.size,
  status: image.status,
  checksum: image.checksum,
  protected: image.isProtected,
  min_ram: image.minRam,
  min_disk: image.minDisk,
  owner: image.projectId,
  os_hidden: false,
  os_hash_algo: image.hash === null ? null : 'sha512',
  os_hash_value: image.hash,
  id: image.id,
  created_at: zuluTime(image.createdAt),
  updated_at: zuluTime(image.updatedAt),
  tags: [],
  self: `/v2/images/${image.id}`,
  file: `/v2/images/${image.id}/file`,
  schema: '/v2/schemas/image',
  ...(image.status === 'active' && { stores: 'files' }),
})

const sortKeys: SortKeys<Image> = {
  name: ({ name }) => name,
  status: ({ status }) => status,
  container_format: ({ containerFormat }) => containerFormat,
  disk_format: ({ diskFormat }) => diskFormat,
  size: ({ size }) => size,
  id: ({ id }) => id,
  created_at: ({ createdAt }) => createdAt,
  updated_at: ({ updatedAt }) => updatedAt,
}

function order({ query }: Ask) {
  const asked = [
    ...(query.get('sort')?.split(',') ?? []),
    ...query.getAll('sort_key').map((key, index) => {
      const direction = query.getAll('sort_dir')[index] ?? query.get('sort_dir')
      return direction === null ? key : `${key}:${direction}`
    }),
  ]
  if (asked.length === 0) return undefined
  return comparison(
    asked.map((part): SortBy<Image> => {
      const [key = '', direction = 'desc'] = part.split(':')
      const value = sortKeys[key]
      if (!value)
        throw new Refusal(
          400,
          `Invalid sort key: ${key}. It must be one of the following: ${Object.keys(sortKeys).join(', ')}.`,
        )
      return { value, descending: direction !== 'asc' }
    }),
  )
}

const filters: Record<string, (image: Image) => string | null> = {
  name: ({ name }) => name,
  status: ({ status }) => status,
  visibility: ({ visibility }) => visibility,
  owner: ({ projectId }) => projectId,
  container_format: ({ containerFormat }) => containerFormat,
  disk_format: ({ diskFormat }) => diskFormat,
  id: ({ id }) => id,
}
const notFilters = new Set([
  'limit',
  'marker',
  'sort',
  'sort_key',
  'sort_dir',
  'os_hidden',
  'member_status',
])

/** `in:active,queued`, or one value. */
const wantedBy = (text: string) => (text.startsWith('in:') ? text.slice(3).split(',') : [text])

function limitOf({ query }: Ask): number {
  const text = query.get('limit')
  if (text === null) return 25
  if (!/^-?\d+$/.test(text)) throw new Refusal(400, 'limit param must be an integer')
  if (Number(text) < 0) throw new Refusal(400, 'limit param must be positive')
  return Math.min(Number(text), maxLimit)
}

function list(ask: Ask) {
  const { images } = ask.region.images
  const tests = [...ask.query]
    .filter(([name]) => !notFilters.has(name))
    .map(([name, text]) => {
      const of = filters[name] ?? (({ properties }: Image) => properties[name] ?? null)
      const wanted = wantedBy(text)
      return (image: Image) => wanted.includes(of(image) ?? '')
    })
  const markerId = ask.query.get('marker')
  const marker = markerId === null ? undefined : images.get(markerId)
  if (markerId !== null && !marker) throw new Refusal(400, `No image found with ID ${markerId}`)
  const limit = limitOf(ask)
  const items = pageOf(images, {
    projectId: undefined,
    matches: (image) =>
      ask.region.images.visibleTo(ask.caller, image) && tests.every((test) => test(image)),
    compare: order(ask),
    marker,
    offset: 0,
    limit,
  })
  const query = new URLSearchParams(ask.query)
  query.delete('marker')
  const first = query.size > 0 ? `/v2/images?${query}` : '/v2/images'
  const last = items.at(-1)
  if (last) query.set('marker', last.id)
  return ok({
    images: items.map(imageView),
    first,
    schema: '/v2/schemas/images',
    ...(items.length > 0 && items.length === limit && { next: `/v2/images?${query}` }),
  })
}

const routes: readonly ServiceRoute[] = [
  route('GET', 'images', list),
  route('GET', 'images/:id', (ask) => {
    const id = ask.params['id'] ?? ''
    const image = ask.region.images.imageFor(ask.caller, id)
    if (!image) throw new Refusal(404, `No image found with ID ${id}`)
    return ok(imageView(image))
  }),
]

const resource: Service['resource'] = (path) => {
  const [, version, ...others] = path.split('/')
  return version === 'v2' ? { rest: others.join('/'), prefix: '/v2' } : undefined
}

const router = new Router(routes)

/** Glance of one region. */
export const glanceHandler = (setting: Setting, region: Region, mount: string) =>
  serviceHandler(setting, {
    region,
    mount,
    versioned: undefined,
    router,
    open: glanceOpen,
    resource,
    unauthorized: unauthorizedPage,
    openHeaders: () => ({}),
    frontHeaders: () => ({}),
    finish: (answer) => answer,
    idHeaders: (requestId) => ({ 'x-openstack-request-id': requestId }),
    refuse: ({ status, message }, request) => pageOfError(request, status, message),
  })
