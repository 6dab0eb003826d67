import { expect, test } from 'vitest'

import { createVisit } from '#server/testing/fake-cloud.ts'

/** Ann in two windows: one shows apollo, the other has gone on to zeus. */
async function twoWindows() {
  const visit = createVisit()
  await visit.signIn('ann')
  await visit.sendJson('PATCH', '/api/session', { projectId: 'p-zeus' }, visit.from())
  return visit
}

test('each window acts in the project that it shows', async () => {
  const { sendJson, from, lastForwarded } = await twoWindows()
  const volume = { volume: { size: 1 } }
  await sendJson('POST', '/api/volume/volumes', volume, from())
  expect(lastForwarded()?.address).toBe('https://north.example:8776/v3/p-apollo/volumes')
  await sendJson('POST', '/api/volume/volumes', volume, from({ projectId: 'p-zeus' }))
  expect(lastForwarded()?.address).toBe('https://north.example:8776/v3/p-zeus/volumes')
})

test('each window acts in the region that it shows, with one token for both', async () => {
  const { signIn, sendJson, send, from, lastForwarded, cloud } = createVisit()
  await signIn('ann')
  await sendJson('PATCH', '/api/session', { region: 'south' }, from())
  await send('/api/volume/volumes', { headers: from() })
  expect(lastForwarded()?.address).toContain('https://north.example')
  await send('/api/volume/volumes', { headers: from({ region: 'south' }) })
  expect(lastForwarded()?.address).toContain('https://south.example')
  expect(cloud.tokens.size).toBe(2)
})

test.each([
  ['a project that is not open', { projectId: 'p-other' }, 'scope-closed'],
  ['a region that is not open', { region: 'south' }, 'scope-closed'],
  ['another user', { userId: 'u-ben' }, 'other-user'],
])(
  'a window that shows %s is refused, and the cloud hears nothing',
  async (_what, scope, reason) => {
    const { send, from, lastForwarded, cloud } = await twoWindows()
    cloud.heard.length = 0
    const response = await send('/api/volume/volumes', { headers: from(scope) })
    expect(response.status).toBe(409)
    expect(response.headers.get('mooring-reason')).toBe(reason)
    expect(lastForwarded()).toBeUndefined()
  },
)

test('a window keeps its project over a reload, while a new one begins in the last', async () => {
  const { send, from } = await twoWindows()
  const again = await (await send('/api/session', { headers: from() })).json()
  expect(again).toMatchObject({ project: { name: 'apollo' } })
  expect(await (await send('/api/session')).json()).toMatchObject({ project: { name: 'zeus' } })
})

test('a client that names no scope works in the one entered last', async () => {
  const { send, lastForwarded } = await twoWindows()
  await send('/api/volume/volumes')
  expect(lastForwarded()?.address).toContain('p-zeus')
})

test('a window whose scope is closed opens it again', async () => {
  const { signIn, send, sendJson, from, lastForwarded } = await twoWindows()
  await signIn('ann', { projectId: 'p-zeus' })
  expect((await send('/api/volume/volumes', { headers: from() })).status).toBe(409)
  expect((await sendJson('PATCH', '/api/session', {}, from())).status).toBe(200)
  expect((await send('/api/volume/volumes', { headers: from() })).status).toBe(200)
  expect(lastForwarded()?.address).toContain('p-apollo')
})

test('a window of somebody else changes nothing about the session', async () => {
  const { sendJson, send, from } = await twoWindows()
  const before = await (await send('/api/session')).json()
  const headers = from({ userId: 'u-ben' })
  const response = await sendJson('PATCH', '/api/session', { projectId: 'p-apollo' }, headers)
  expect(response.headers.get('mooring-reason')).toBe('other-user')
  expect(await (await send('/api/session')).json()).toEqual(before)
})

test('where the project is lost, the window is told which is open instead', async () => {
  const { send, from } = await twoWindows()
  const response = await send('/api/session', { headers: from({ projectId: 'p-gone' }) })
  expect(await response.json()).toMatchObject({ project: { name: 'zeus' } })
})

test('four scopes stay open, and the token of one that goes is revoked', async () => {
  const { sendJson, from, cloud, send } = await twoWindows()
  await sendJson('PATCH', '/api/session', { region: 'south' }, from())
  await sendJson('PATCH', '/api/session', { region: 'south' }, from({ projectId: 'p-zeus' }))
  for (const scope of [
    from(),
    from({ region: 'south' }),
    from({ projectId: 'p-zeus' }),
    from({ projectId: 'p-zeus', region: 'south' }),
  ])
    expect((await send('/api/volume/volumes', { headers: scope })).status).toBe(200)
  expect(cloud.tokens.size).toBe(3)
})

test.each(['', 'user=u-ann', 'user=u-ann&project=p-apollo'])(
  'the scope %j can’t be read',
  async (scope) => {
    const { send } = await twoWindows()
    const response = await send('/api/volume/volumes', { headers: { 'mooring-scope': scope } })
    expect(response.status).toBe(400)
  },
)
