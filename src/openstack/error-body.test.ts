import { expect, test } from 'vitest'

import { volumeStatusIn, wordsOf } from './error-body.ts'

test.each([
  [
    'Cinder and Nova',
    '{"badRequest":{"code":400,"message":"Volume has no name"}}',
    { title: 'badRequest', message: 'Volume has no name' },
  ],
  [
    'Keystone',
    '{"error":{"code":401,"title":"Unauthorized","message":"Authentication is required."}}',
    { title: 'Unauthorized', message: 'Authentication is required.' },
  ],
  [
    'Glance',
    '{"message":"No image found<br /><br />\\n\\n","code":"404 Not Found"}',
    { message: 'No image found' },
  ],
  [
    'a proxy on the way',
    '<html><head><title>x</title></head><body><h1>502 Bad Gateway</h1></body></html>',
    { message: '502 Bad Gateway' },
  ],
  ['nobody', '', { message: 'HTTP 502' }],
])('the words of %s are found', (_, body, expected) => {
  expect(wordsOf(body, 502)).toEqual(expected)
})

test('a refusal over the volume’s status tells which it was', () => {
  expect(
    volumeStatusIn(
      'Invalid input received: Invalid volume: Volume 1 status must be available or in-use or downloading to reserve, but the current status is attaching. (HTTP 400) (Request-ID: req-1)',
    ),
  ).toBe('attaching')
  expect(
    volumeStatusIn(
      "Invalid volume: Unable to detach volume. Volume status must be 'in-use' and attach_status must be 'attached' to detach.",
    ),
  ).toBe('unknown')
  expect(volumeStatusIn('Volume 1 could not be found.')).toBeUndefined()
})
