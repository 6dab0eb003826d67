import { expect, test } from 'vitest'

import { volumesSearch } from '#src/panels/volumes/volumes-search.ts'

import { filterOf } from './volumes-view.ts'

const read = (address: string) =>
  volumesSearch.parse(Object.fromEntries(new URLSearchParams(address)))

test('an address says which volumes are shown', () => {
  expect(filterOf(read('q=db&shareable=true'))).toMatchObject({ text: 'db', shareable: true })
  expect(filterOf(read('project=p-1&host=vm@a%23a'))).toMatchObject({
    project: 'p-1',
    host: 'vm@a#a',
  })
})

test('a value that makes no sense in an address counts as absent', () => {
  const search = read('shareable=perhaps&dialog=dance')
  expect(search.shareable).toBeUndefined()
  expect(search.dialog).toBeUndefined()
})
