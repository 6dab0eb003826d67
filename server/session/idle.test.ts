import { expect, test } from 'vitest'

import { createVisit, now } from '#server/testing/fake-cloud.ts'
import { idleHeader } from '#src/model/cloud/session.ts'

const minutes = 60_000

/** Somebody signed in where sessions end after 30 minutes without use. */
async function visitWithLimit() {
  let time = now
  const visit = createVisit({ MOORING_IDLE_MINUTES: '30' }, { now: () => time })
  await visit.signIn('ann')
  return {
    ...visit,
    wait: (ms: number) => {
      time += ms
    },
    /** A request of a window that nobody has touched for so long. */
    askIdleFor: (ms: number) =>
      visit.send('/api/volume/volumes', { headers: { [idleHeader]: String(ms / 1000) } }),
  }
}

test('background requests do not keep a session that nobody uses', async () => {
  const { askIdleFor, wait, send, cloud, cookies } = await visitWithLimit()
  for (let idle = 0; idle <= 30; idle += 5) {
    expect((await askIdleFor(idle * minutes)).status).toBe(200)
    wait(5 * minutes)
  }
  const response = await askIdleFor(35 * minutes)
  expect(response.status).toBe(401)
  expect(response.headers.get('mooring-reason')).toBe('idle')
  expect(cloud.tokens.size).toBe(0)
  expect(cookies.size).toBe(0)
  expect(await (await send('/api/session')).json()).toMatchObject({ state: 'signed-out' })
})

test('use of one window keeps the session for the others', async () => {
  const { askIdleFor, wait } = await visitWithLimit()
  for (let round = 0; round < 6; round += 1) {
    wait(20 * minutes)
    expect((await askIdleFor(0)).status).toBe(200)
    expect((await askIdleFor((round + 1) * 20 * minutes)).status).toBe(200)
  }
})

test('the time of last use is noted once a minute at most', async () => {
  const { askIdleFor, wait } = await visitWithLimit()
  wait(59_000)
  expect((await askIdleFor(0)).headers.getSetCookie()).toEqual([])
  wait(1_000)
  expect((await askIdleFor(0)).headers.getSetCookie()).toHaveLength(1)
  expect((await askIdleFor(0)).headers.getSetCookie()).toEqual([])
})

test('a session without the note of its use counts from its start', async () => {
  const { askIdleFor, wait, cookies } = await visitWithLimit()
  wait(20 * minutes)
  await askIdleFor(0)
  for (const name of cookies.keys()) if (name.includes('-use')) cookies.delete(name)
  wait(20 * minutes)
  expect((await askIdleFor(0)).status).toBe(401)
})

test('the page learns why the session is over', async () => {
  const { wait, send } = await visitWithLimit()
  wait(31 * minutes)
  expect(await (await send('/api/session')).json()).toMatchObject({
    state: 'signed-out',
    reason: 'idle',
  })
})
