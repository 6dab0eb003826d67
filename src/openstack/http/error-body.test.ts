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

test('a long sentence is cut', () => {
  const long = 'x'.repeat(100_000)
  for (const body of [long, JSON.stringify({ badRequest: { message: long } })])
    expect(wordsOf(body, 400).message).toHaveLength(1_001)
})

test.each([
  ['brackets that never close', '<'.repeat(1_000_000)],
  ['brackets that close late', `${'<'.repeat(500_000)}>`],
  ['scripts that never end', '<script>'.repeat(200_000)],
  ['heads in heads', '<head><style>'.repeat(100_000)],
])('a page of %s is read in the time of its first part', (_, page) => {
  expect(wordsOf(page, 502).message.length).toBeLessThanOrEqual(1_001)
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
