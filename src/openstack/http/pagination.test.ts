import { describe, expect, test } from 'vitest'
import { z } from 'zod/mini'

import { needed } from './fields.ts'
import { allPages, listOf, nextMarker, type Page, pageLinks } from './pagination.ts'

const thing = z.object({ id: needed })
const link = (href: string) => [{ rel: 'next', href }]

test('an item that can’t be read costs itself only, and is named', () => {
  const raw = [{ id: 'a' }, { name: 'nameless' }, null, { id: 'c' }]
  expect(listOf(thing).parse(raw)).toEqual({
    items: [{ id: 'a' }, { id: 'c' }],
    unread: [
      { id: null, name: 'nameless', why: 'id: Invalid input' },
      { id: null, name: null, why: 'Invalid input' },
    ],
  })
})

describe('the next page', () => {
  test.each([
    ['a whole address', link('https://cloud:8776/v3/volumes?limit=1&marker=v-1'), 'v-1'],
    ['a path', link('/v2/images?marker=i-1'), 'i-1'],
    ['no marker in it', link('https://cloud/v3/volumes'), ''],
    ['no address at all', link('http://['), ''],
    ['two slashes', link('//'), ''],
    ['another relation', [{ rel: 'previous', href: '?marker=x' }], undefined],
    ['links that are none', 'next', undefined],
    ['a link that is null', [null], undefined],
    ['no links', undefined, undefined],
  ])('%s', (_, links, marker) => {
    expect(nextMarker(pageLinks.parse(links))).toBe(marker)
  })
})

/** A list whose pages are told one after the other, by the marker that asks for each. */
async function read(pages: Record<string, Page<string>>) {
  const asked: string[] = []
  const list = await allPages((marker = 'first') => {
    asked.push(marker)
    const page = pages[marker]
    return page ? Promise.resolve(page) : Promise.reject(new Error(`no page after ${marker}`))
  })
  return { ...list, asked }
}

describe('reading all pages', () => {
  test('ends with the last', async () => {
    const odd = { id: 'x', name: null, why: 'odd' }
    const list = await read({
      first: { items: ['a'], unread: [], next: 'a' },
      a: { items: ['b'], unread: [odd] },
    })
    expect(list).toEqual({
      items: ['a', 'b'],
      unread: [odd],
      cutShort: false,
      asked: ['first', 'a'],
    })
  })

  test.each([
    ['a marker that does not advance', { a: { items: ['b'], unread: [], next: 'a' } }, 2],
    ['an empty page', { a: { items: [], unread: [], next: 'b' } }, 2],
    [
      'a circle',
      {
        a: { items: ['b'], unread: [], next: 'b' },
        b: { items: ['c'], unread: [], next: 'a' },
      },
      3,
    ],
  ])('ends at %s, and says so', async (_, pages, requests) => {
    const list = await read({ first: { items: ['a'], unread: [], next: 'a' }, ...pages })
    expect(list.cutShort).toBe(true)
    expect(list.asked).toHaveLength(requests)
  })

  test('ends at a link without a marker, and says so', async () => {
    const list = await read({ first: { items: ['a'], unread: [], next: '' } })
    expect(list).toMatchObject({ items: ['a'], cutShort: true, asked: ['first'] })
  })
})
