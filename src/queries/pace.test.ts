import { expect, test } from 'vitest'

import { ApiError } from '#src/openstack/http/api-error.ts'

import { every } from './pace.ts'

const after = (error: Error | null) => every(30_000)({ state: { error } })
const failure = (
  kind: 'too-many-requests' | 'server-fault' | 'over-quota',
  retryAfterMs?: number,
) =>
  new ApiError(kind, 'slow down', {
    service: 'volume',
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  })

test('a list is read again at its usual pace, and later where the cloud asks for it', () => {
  expect(after(null)).toBe(30_000)
  expect(after(new Error('another'))).toBe(30_000)
  expect(after(failure('too-many-requests'))).toBe(30_000)
  expect(after(failure('server-fault', 120_000))).toBe(120_000)
  expect(after(failure('server-fault', 5_000))).toBe(30_000)
  expect(after(failure('over-quota', 120_000))).toBe(30_000)
})
