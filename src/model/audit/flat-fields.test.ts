import { expect, test } from 'vitest'

import { flatFields, unwrapped } from './flat-fields.ts'

test('an answer is told field by field, and its secrets are kept back', () => {
  const answer = {
    attachments: [
      { id: 'a', connection_info: { auth_password: 'x', target_lun: 1 }, attached_at: null },
    ],
    links: [],
    metadata: {},
  }
  expect(flatFields(answer)).toEqual([
    { path: 'attachments[0].id', text: 'a' },
    { path: 'attachments[0].connection_info.auth_password', text: null },
    { path: 'attachments[0].connection_info.target_lun', text: '1' },
    { path: 'attachments[0].attached_at', text: 'null' },
    { path: 'links', text: '[]' },
    { path: 'metadata', text: '{}' },
  ])
})

test('a thing is unwrapped, a list is not', () => {
  expect(unwrapped({ volume: { id: 'v' } })).toEqual({ id: 'v' })
  expect(unwrapped({ attachments: [] })).toEqual({ attachments: [] })
  expect(unwrapped('text')).toBe('text')
})
