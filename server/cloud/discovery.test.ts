import { expect, test } from 'vitest'

import { endpointOf } from './catalog.ts'
import { discoverRange, rangeIn } from './discovery.ts'

const signal = new AbortController().signal
const cinder = { id: 'v3.0', version: '3.70', min_version: '3.0' }
const cinderRange = { min: { major: 3, minor: 0 }, max: { major: 3, minor: 70 } }

/** Asks a cloud that has only `documents`, and tells which addresses were tried. */
async function discovered(address: string, documents: Record<string, Response>) {
  const tried: string[] = []
  const range = await discoverRange(
    'volume',
    { address, projectId: 'p1', token: 't' },
    {
      signal,
      upstream: async (at) => {
        tried.push(at)
        return documents[at] ?? new Response(null, { status: 404 })
      },
    },
  )
  return { range, tried }
}

test('the version document is looked for without the project first', async () => {
  const { range, tried } = await discovered('https://a.example/volume/v3/p1', {
    'https://a.example/volume/v3/': Response.json({ versions: [cinder] }, { status: 300 }),
  })
  expect(range).toEqual(cinderRange)
  expect(tried).toEqual(['https://a.example/volume/v3/'])
})

test('then without the version, and then where the catalog says', async () => {
  const { range, tried } = await discovered('https://a.example/volume/v3/AUTH_p1', {
    'https://a.example/volume/v3/AUTH_p1': Response.json({ version: cinder }),
    'https://a.example/volume/': new Response('<html>a load balancer</html>'),
  })
  expect(range).toEqual(cinderRange)
  expect(tried).toEqual([
    'https://a.example/volume/v3/',
    'https://a.example/volume/',
    'https://a.example/volume/v3/AUTH_p1',
  ])
})

test('where no document is to be had the range is not known', async () => {
  expect((await discovered('https://a.example/v3/p1', {})).range).toBeNull()
})

test('only the API that is spoken here counts, and it may have no microversions', () => {
  const old = { id: 'v2.0', version: '', min_version: '' }
  const nova = { id: 'v2.1', version: '2.93', min_version: '2.1' }
  expect(rangeIn({ versions: [old, nova] }, 'compute')?.max).toEqual({ major: 2, minor: 93 })
  expect(rangeIn({ versions: { values: [cinder] } }, 'volume')).toEqual(cinderRange)
  expect(rangeIn({ versions: [old] }, 'compute')).toBeNull()
  expect(rangeIn({ version: { id: 'v2.1', version: '' } }, 'compute')).toBeNull()
})

test.each([
  ['volume', 'https://a.example:8776/v3/p1', 'https://a.example:8776/v3/p1'],
  ['volume', 'https://a.example/volume/v3', 'https://a.example/volume/v3/p1'],
  ['volume', 'https://a.example/volume', 'https://a.example/volume/v3/p1'],
  ['compute', 'https://a.example:8774/v2.1', 'https://a.example:8774/v2.1'],
  ['compute', 'https://a.example:8774/v2.1/p1', 'https://a.example:8774/v2.1/p1'],
  ['compute', 'https://a.example:8774', 'https://a.example:8774/v2.1'],
  ['image', 'https://a.example:9292', 'https://a.example:9292'],
  ['image', 'https://a.example/image/v2', 'https://a.example/image'],
] as const)('the %s service at %s is spoken to at %s', (service, address, endpoint) => {
  expect(endpointOf(service, address, 'p1')).toBe(endpoint)
})
