import { expect, test } from 'vitest'

import { newWords } from './new-words.ts'

const opened = { name: 'db', description: 'the old one' }

test('only what is another than when the form was opened is a change', () => {
  expect(newWords(opened, opened)).toBeUndefined()
  expect(newWords(opened, { ...opened, name: 'db-2' })).toEqual({ name: 'db-2' })
  expect(newWords(opened, { ...opened, description: '' })).toEqual({ description: '' })
  expect(newWords(opened, { name: '', description: 'new' })).toEqual({
    name: '',
    description: 'new',
  })
})
