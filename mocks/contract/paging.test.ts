import { expect, test } from 'vitest'

import { at, eachAt, listAt, textAt } from '#mocks/client/json.ts'
import type { Reply } from '#mocks/client/target.ts'

import { cloudUnderTest, refusalOf } from './cloud-under-test.ts'

const { demo, target, volume, becomes, pause } = await cloudUnderTest()

const idsIn = (reply: Reply) => eachAt(listAt(reply.body, 'volumes'), 'id')
const first = (query: string) => demo.cinder('GET', `volumes?${query}`)

/** The page after this one, undefined after the last. */
function next(
  reply: Reply,
  service: 'volume' | 'compute',
  list: string,
): Promise<Reply> | undefined {
  const href = textAt(reply.body, `${list}_links`, 0, 'href')
  if (href === '') return undefined
  const path = href.slice(target.addresses[service].length)
  return demo.ask(service, 'GET', path, {
    headers: { 'openstack-api-version': `${service} ${target.newest[service]}` },
  })
}

/** The volumes on a page and on all after it. */
async function rest(page: Reply): Promise<unknown[]> {
  const ids = idsIn(page)
  for (let more = next(page, 'volume', 'volumes'); more;) {
    const reply = await more
    ids.push(...idsIn(reply))
    more = next(reply, 'volume', 'volumes')
  }
  return ids
}

/** Volumes that are made one second after the other, so that their order is known; the newest first. */
async function row(count: number): Promise<string[]> {
  const made: string[] = []
  for (let number = 0; number < count; number++) {
    made.unshift(await volume('standard'))
    await pause(1100)
  }
  return made
}

const made = await row(5)
const [newest = '', second = '', third = ''] = made

test.each(['', '&sort=name:asc', '&sort=size:desc,name:asc', '&status=available'])(
  'pages follow one another without gaps or repeats (%s)',
  async (more) => {
    const whole = idsIn(await first(`limit=1000${more}`))
    expect(whole.length).toBeGreaterThanOrEqual(made.length)
    expect(await rest(await first(`limit=2${more}`))).toEqual(whole)
  },
)

test('the newest come first, and the count is of all pages', async () => {
  const whole = idsIn(await first('limit=1000'))
  const { body } = await first('limit=1&with_count=true')
  expect(idsIn(await first('limit=2'))).toEqual([newest, second])
  expect(at(body, 'count')).toBe(whole.length)
})

test('a page asked for by number of entries goes on where the one before ended', async () => {
  const whole = idsIn(await first('limit=1000'))
  expect(idsIn(await first('limit=2&offset=1'))).toEqual(whole.slice(1, 3))
})

test('what is made meanwhile shifts no page, and what is deleted is missing only itself', async () => {
  const before = idsIn(await first('limit=1000'))
  const page = await first('limit=2')
  const late = await volume('standard')
  await demo.cinder('DELETE', `volumes/${third}`)
  await becomes(third, 'gone')
  const read = await rest(page)
  expect(read).toEqual(before.filter((id) => id !== third))
  expect(read).not.toContain(late)
})

test('the page after a volume that is gone is not there', async () => {
  const page = await first('limit=2')
  const marker = String(idsIn(page).at(-1))
  await demo.cinder('DELETE', `volumes/${marker}`)
  await becomes(marker, 'gone')
  const after = await next(page, 'volume', 'volumes')
  expect(after && refusalOf(after)).toEqual([404, 'Volume <id> could not be found.'])
})

test('volumes that changed since a moment are found, and deleted ones are not among them', async () => {
  const changed = await volume('standard')
  const doomed = await volume('standard')
  await pause(1100)
  const since = new Date(target.now()).toISOString().slice(0, 19)
  await pause(1100)
  await demo.cinder('PUT', `volumes/${changed}`, { volume: { description: 'new' } })
  await demo.cinder('DELETE', `volumes/${doomed}`)
  await becomes(doomed, 'gone')
  expect(idsIn(await first(`updated_at=gt:${since}`))).toEqual([changed])
})

test('instances come in pages too', async () => {
  const headers = { 'openstack-api-version': `compute ${target.newest.compute}` }
  const list = (query: string) => demo.ask('compute', 'GET', `/v2.1/servers?${query}`, { headers })
  const whole = eachAt(listAt((await list('limit=1000')).body, 'servers'), 'id')
  const read: unknown[] = []
  for (let more: Promise<Reply> | undefined = list('limit=4'); more;) {
    const reply: Reply = await more
    read.push(...eachAt(listAt(reply.body, 'servers'), 'id'))
    more = next(reply, 'compute', 'servers')
  }
  expect(read).toEqual(whole)
})

test.each([
  ['multiattach=True', 400, 'Invalid filters multiattach are found in query options.'],
  ['limit=-1', 400, 'limit param must be positive'],
  ['sort=colour', 400, 'Invalid input received: Invalid sort key'],
])('%s is refused', async (query, status, sentence) => {
  expect(refusalOf(await first(query))).toEqual([status, sentence])
})
