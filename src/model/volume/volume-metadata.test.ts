import { expect, test } from 'vitest'

import {
  isNoChange,
  isReadOnly,
  metadataChange,
  ownMetadata,
  pairProblem,
  pairsToRecord,
} from './volume-metadata.ts'

test('what Cinder keeps itself is no metadata of people', () => {
  const metadata = { readonly: 'True', attached_mode: 'ro', team: 'db' }
  expect(ownMetadata({ metadata })).toEqual({ team: 'db' })
  expect(isReadOnly({ metadata })).toBe(true)
  expect(isReadOnly({ metadata: { readonly: 'False' } })).toBe(false)
  expect(isReadOnly({ metadata: {} })).toBe(false)
})

test('a change is what is new or different, and what goes', () => {
  expect(metadataChange({ a: '1', b: '2', c: '3' }, { a: '1', b: '9', d: '4' })).toEqual({
    set: { b: '9', d: '4' },
    unset: ['c'],
  })
  expect(isNoChange(metadataChange({ a: '1' }, { a: '1' }))).toBe(true)
})

test('pairs are told apart by their keys without blanks around', () => {
  expect(pairsToRecord([{ key: ' team ', value: ' db ' }])).toEqual({ team: ' db ' })
})

test.each([
  ['', 'key-missing'],
  ['   ', 'key-missing'],
  ['k'.repeat(256), 'too-long'],
  ['größe', 'key-characters'],
  ['readonly', 'key-kept'],
  ['a b-c_d:e.f/9', undefined],
])('the key %j has the problem %j', (key, problem) => {
  expect(pairProblem([{ key, value: '' }], 0, 'volume')).toBe(problem)
})

test('a key that is there twice is wrong in both places', () => {
  const pairs = [
    { key: 'team', value: 'a' },
    { key: 'team ', value: 'b' },
  ]
  expect(pairProblem(pairs, 0, 'volume')).toBe('key-twice')
  expect(pairProblem(pairs, 1, 'volume')).toBe('key-twice')
})

test('an image’s values may be longer than a volume’s, and its keys are its own', () => {
  const long = [{ key: 'readonly', value: 'v'.repeat(256) }]
  expect(pairProblem(long, 0, 'volume')).toBe('too-long')
  expect(pairProblem(long, 0, 'image')).toBeUndefined()
})
