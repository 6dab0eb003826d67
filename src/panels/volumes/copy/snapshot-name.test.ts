import { expect, test } from 'vitest'

import { snapshotNameFor } from './snapshot-name.ts'

test('the volume’s name stands in its place', () => {
  expect(snapshotNameFor('{volume}-monday', { id: 'v-1', name: 'db$&' })).toBe('db$&-monday')
  expect(snapshotNameFor('{volume}', { id: 'v-1', name: '' })).toBe('v-1')
  expect(snapshotNameFor('monday', { id: 'v-1', name: 'db' })).toBe('monday')
})

test('a long name is cut so that the whole fits', () => {
  const name = snapshotNameFor('{volume}-monday', { id: 'v-1', name: 'n'.repeat(255) })
  expect(name).toHaveLength(255)
  expect(name.endsWith('-monday')).toBe(true)
})
