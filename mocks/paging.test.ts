import { describe, expect, test } from 'vitest'

import type { Volume } from '#mocks/cloud/block-storage.ts'
import { pageOf } from '#mocks/cloud/listing.ts'

import { at, listAt, sentenceOf, startCloud, textAt, type Person } from './asking.ts'

const namesIn = (body: unknown, list: string) => listAt(body, list).map((one) => at(one, 'name'))

/** All pages, by the links from one to the next. */
async function follow(who: Person, path: string, list: string): Promise<unknown[]> {
  const all: unknown[] = []
  let next: string | undefined = path
  while (next !== undefined) {
    const { body }: { body: unknown } = await who.ask('GET', next, {
      headers: { 'openstack-api-version': 'volume 3.70, compute 2.93' },
    })
    all.push(...namesIn(body, list))
    const href = textAt(body, `${list}_links`, 0, 'href')
    next = href === 'undefined' ? undefined : href.replace('http://cloud.test', '')
  }
  return all
}

describe('lists', () => {
  test.each(['', '&sort=name:asc', '&sort=size:desc,name:asc', '&status=in-use'])(
    'of volumes come in pages without gaps or repeats (%s)',
    async (more) => {
      const { signIn } = startCloud()
      const demo = await signIn('demo', 'demo')
      const path = `/cloud/volume/v3/${demo.projectId}/volumes`
      const whole = await demo.ask('GET', `${path}?limit=1000${more}`)
      const paged = await follow(demo, `${path}?limit=2${more}`, 'volumes')
      expect(paged).toEqual(namesIn(whole.body, 'volumes'))
      expect(paged.length).toBeGreaterThan(4)
    },
  )

  test('of servers come in pages without gaps or repeats', async () => {
    const { signIn } = startCloud()
    const demo = await signIn('demo', 'demo')
    const path = '/cloud/compute/v2.1/servers/detail'
    const whole = await demo.ask('GET', path)
    const names = namesIn(whole.body, 'servers')
    expect(await follow(demo, `${path}?limit=4`, 'servers')).toEqual(names)
    const sorted = await follow(
      demo,
      `${path}?limit=4&sort_key=display_name&sort_dir=asc`,
      'servers',
    )
    expect(sorted).toHaveLength(names.length)
    expect(sorted.slice(0, 3)).toEqual(['archive-1', 'broken-1', 'db-1'])
  })

  test('the newest volume comes first, and the count is of all pages', async () => {
    const { signIn, clock } = startCloud()
    const demo = await signIn('demo', 'demo')
    clock.advance(1000)
    await demo.cinder('POST', 'volumes', { volume: { name: 'newest', size: 1 } })
    const { body } = await demo.cinder('GET', 'volumes?limit=1&with_count=true')
    expect(namesIn(body, 'volumes')).toEqual(['newest'])
    expect(at(body, 'count')).toBe(16)
  })

  test('volumes that changed since a moment are found', async () => {
    const { signIn, clock, volume } = startCloud()
    const demo = await signIn('demo', 'demo')
    const since = new Date(clock.now()).toISOString().slice(0, 19)
    clock.advance(2000)
    await demo.cinder('PUT', `volumes/${volume('scratch')}`, { volume: { description: 'new' } })
    const { body } = await demo.cinder('GET', `volumes?updated_at=gt:${since}`)
    expect(namesIn(body, 'volumes')).toEqual(['scratch'])
  })

  test('filters that Cinder does not know are refused', async () => {
    const { signIn } = startCloud()
    const demo = await signIn('demo', 'demo')
    const reply = await demo.cinder('GET', 'volumes?multiattach=True')
    expect([reply.status, sentenceOf(reply)]).toEqual([
      400,
      'Invalid filters multiattach are found in query options.',
    ])
  })

  test('attachments are found by volume', async () => {
    const { signIn, volume } = startCloud()
    const demo = await signIn('demo', 'demo')
    const path = `attachments/detail?volume_id=${volume('gfs2-cluster')}`
    const { body } = await demo.cinder('GET', path)
    expect(listAt(body, 'attachments')).toHaveLength(12)
  })
})

describe('a large cloud', () => {
  const { signIn, region, volume } = startCloud({
    volumes: 20_000,
    instances: 500,
    attachments: 300,
  })

  test('has the sizes that were asked for', async () => {
    const demo = await signIn('demo', 'demo')
    expect(region.storage.volumes.count(demo.projectId)).toBe(20_000)
    expect(region.compute.servers.count(demo.projectId)).toBe(500)
    const largest = Math.max(
      ...[...region.storage.volumes.values()].map(
        ({ id }) => region.storage.attachmentsOf(id).length,
      ),
    )
    expect(largest).toBe(300)
  })

  test('looks at no more volumes for a page than are on it', () => {
    const { volumes } = region.storage
    const projectId = region.storage.volumes.get(volume('gfs2-cluster'))?.projectId
    let looked = 0
    const page = (marker: Volume | undefined) =>
      pageOf(volumes, {
        projectId,
        matches: () => (looked += 1) > 0,
        compare: undefined,
        marker,
        offset: 0,
        limit: 1000,
      })
    const first = page(undefined)
    const second = page(first.at(-1))
    expect(looked).toBe(2000)
    expect(new Set([...first, ...second]).size).toBe(2000)
  })
})
