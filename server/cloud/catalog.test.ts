import { expect, test } from 'vitest'

import { catalogAddress, readCatalog, regionsOf } from './catalog.ts'

const read = (catalog: unknown) => readCatalog(catalog, { interface: 'public' })
const endpoint = (region: string | null, url: string) => ({
  interface: 'public',
  region_id: region,
  url,
})
const storage = { type: 'block-storage', endpoints: [endpoint('one', 'https://volume.example/')] }

test('the official name of a service wins over older ones', () => {
  const catalog = read([
    { type: 'volumev3', endpoints: [endpoint('one', 'https://old.example/')] },
    { type: 'block-storage', endpoints: [endpoint('one', 'https://new.example/')] },
  ])
  expect(catalogAddress(catalog, 'volume', 'one')).toBe('https://new.example')
  expect(catalogAddress(catalog, 'volume', 'two')).toBeUndefined()
})

test.each([
  ['no interface', { type: 'rating', endpoints: [{ id: 'e', url: 'http://h/', region: 'one' }] }],
  ['no url', { type: 'compute', endpoints: [{ interface: 'public', url: null, region: 'one' }] }],
  ['no region and no url', { type: 'compute', endpoints: [{ interface: 'public' }] }],
  [
    'a region that is no text',
    { type: 'image', endpoints: [{ ...endpoint('one', 'https://i'), region_id: 5 }] },
  ],
  ['an address that is none', { type: 'compute', endpoints: [endpoint('one', 'file:///etc')] }],
  ['no endpoints', { type: 'rating' }],
  ['endpoints that are null', { type: 'rating', endpoints: null }],
  ['no type', { type: null, endpoints: [] }],
  ['nothing at all', null],
])('an entry with %s costs nothing', (_what, entry) => {
  expect(read([entry, storage])).toEqual([
    { service: 'volume', region: 'one', url: 'https://volume.example' },
  ])
})

test.each([[undefined], [null], [{}], ['catalog']])(
  'a catalog that is %j has nothing',
  (catalog) => {
    expect(read(catalog)).toEqual([])
  },
)

test('only regions with block storage are worked in, whatever else comes first', () => {
  const catalog = read([
    { type: 'identity', endpoints: [endpoint('keystone-only', 'https://k.example')] },
    { type: 'image', endpoints: [endpoint('Archive', 'https://i.example')] },
    { type: 'compute', endpoints: [endpoint('two', 'https://b'), endpoint('one', 'https://a')] },
    { type: 'volumev3', endpoints: [endpoint('two', 'https://v2'), endpoint('one', 'https://v1')] },
  ])
  expect(regionsOf(catalog)).toEqual(['one', 'two'])
})

test('where no region has block storage, all of our services count', () => {
  const catalog = read([
    { type: 'compute', endpoints: [endpoint('two', 'https://b'), endpoint('one', 'https://a')] },
    { type: 'image', endpoints: [{ interface: 'publicURL', region: 'three', url: 'https://c' }] },
  ])
  expect(regionsOf(catalog)).toEqual(['one', 'three', 'two'])
})

test('an endpoint without a region serves all, and is no region of its own', () => {
  const catalog = read([
    storage,
    { type: 'image', endpoints: [endpoint(null, 'https://image.example')] },
    {
      type: 'compute',
      endpoints: [{ interface: 'public', url: 'https://compute.example', region: '' }],
    },
  ])
  expect(regionsOf(catalog)).toEqual(['one'])
  expect(catalogAddress(catalog, 'image', 'one')).toBe('https://image.example')
  expect(catalogAddress(catalog, 'compute', 'one')).toBe('https://compute.example')
})

test('block storage that serves all regions does so in each', () => {
  const catalog = read([
    { type: 'block-storage', endpoints: [endpoint(null, 'https://volume.example')] },
    { type: 'compute', endpoints: [endpoint('two', 'https://b'), endpoint('one', 'https://a')] },
  ])
  expect(regionsOf(catalog)).toEqual(['one', 'two'])
  expect(catalogAddress(catalog, 'volume', 'two')).toBe('https://volume.example')
})
