import { expect, test } from 'vitest'

import { isAdministrator, mayOnlyRead } from './role.ts'

test.each([
  ['a member', ['member'], false],
  ['a reader', ['reader'], true],
  ['a reader whatever the letter case', ['Reader', 'READER'], true],
  ['a reader who is a member too', ['reader', 'member'], false],
  ['an administrator', ['admin', 'member', 'reader'], false],
  ['somebody with a role that we don’t know', ['reader', 'operator'], false],
  ['somebody of whom no role is told', [], false],
])('%s', (_who, roles, onlyReads) => {
  expect(mayOnlyRead({ roles })).toBe(onlyReads)
})

test('who administers is for the server to say', () => {
  expect(isAdministrator({ administrator: true })).toBe(true)
  expect(isAdministrator({ administrator: false })).toBe(false)
})
