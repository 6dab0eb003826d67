import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'

import { followNewest, type LeftRequest } from './left-requests.ts'

/** A request that is under way, and the ways to end it. */
function sent(client: QueryClient) {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const dialog = new MutationObserver(client, { mutationFn: () => promise })
  const leave = dialog.subscribe(() => undefined)
  const ended = dialog.mutate().catch(() => undefined)
  return { resolve, reject, leave, ended }
}

test('of the request that was sent last it is told what came of it, once, though nobody is looking', async () => {
  const client = new QueryClient()
  const told: LeftRequest[] = []
  const first = sent(client)
  const second = sent(client)
  followNewest(client.getMutationCache(), 'Create Volume', (one) => told.push(one))
  second.leave()
  first.resolve()
  await first.ended
  expect(told).toEqual([])
  second.reject(new Error('over quota'))
  await second.ended
  expect(told).toMatchObject([{ title: 'Create Volume', error: { message: 'over quota' } }])
})

test('what the cloud took is told without an error', async () => {
  const client = new QueryClient()
  const told: LeftRequest[] = []
  const only = sent(client)
  followNewest(client.getMutationCache(), 'Edit Volume', (one) => told.push(one))
  only.leave()
  only.resolve()
  await only.ended
  expect(told).toMatchObject([{ title: 'Edit Volume', error: undefined }])
})
