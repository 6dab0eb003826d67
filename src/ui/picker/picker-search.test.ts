import { expect, test } from 'vitest'

import { findOptions } from './picker-search.ts'

const options = [
  { id: '77aa', label: 'db-1', detail: 'ACTIVE · nova', obstacle: 'Already attached' },
  { id: '11bb', label: 'DB-2', detail: 'ACTIVE · nova' },
  { id: '22cc', label: 'web-1', detail: 'SHUTOFF · edge' },
]
const found = (query: string) => findOptions(options, query).map(({ id }) => id)

test('those that cannot be picked come last, the others keep their order', () => {
  expect(found('')).toEqual(['11bb', '22cc', '77aa'])
})

test('an option is found by its name, its details and its id, whatever the case', () => {
  expect(found('db')).toEqual(['11bb', '77aa'])
  expect(found('edge')).toEqual(['22cc'])
  expect(found('77AA')).toEqual(['77aa'])
})

test('of several words each has to be found, in any order', () => {
  expect(found('active db-2')).toEqual(['11bb'])
  expect(found('active web')).toEqual([])
})
