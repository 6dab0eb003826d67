import { expect, test } from 'vitest'

import { at, eachAt, listAt, named, textAt } from '#mocks/client/json.ts'
import { personWith, signIn } from '#mocks/client/person.ts'

import { embeddedTarget } from './embedded-target.ts'

const cut = 'the connection failed'

async function withFaults() {
  const embedded = embeddedTarget({ faults: true })
  const { target } = embedded
  const demo = await signIn(target, 'demo', 'demo')
  const admin = await signIn(target, 'admin', 'demo')
  const set = async (method: string, wish?: object | string) => {
    const body = typeof wish === 'string' ? wish : JSON.stringify(wish)
    const request = new Request('http://cloud.test/cloud/faults', {
      method,
      ...(wish !== undefined && { body, headers: { 'content-type': 'application/json' } }),
    })
    const response = await target.send(request)
    const text = await response.text()
    const answer: unknown = text === '' ? undefined : JSON.parse(text)
    return { status: response.status, body: answer }
  }
  const idOf = async (name: string) =>
    textAt(named(listAt((await demo.cinder('GET', 'volumes')).body, 'volumes'), name), 'id')
  return { ...embedded, demo, admin, set, idOf }
}

test('without the option there is nothing to set faults by', async () => {
  const { target } = embeddedTarget()
  await expect(target.send(new Request('http://cloud.test/cloud/faults'))).rejects.toThrow(
    'no handler',
  )
})

test('what is set is told, and taken away at once', async () => {
  const { set } = await withFaults()
  const wish = {
    requests: [{ service: 'compute', method: 'POST', path: 'os-volume_attachments$', status: 503 }],
    policies: { 'volume:multiattach': '!' },
    quotas: { demo: { volumes: 0 } },
    release: 'zed',
    microversions: { volume: '3.41' },
    keystone: { cascade: false, rescopeScoped: false, tokenMinutes: 4 },
    expirePasswords: ['demo', 'newcomer'],
  }
  expect(await set('PUT', wish)).toEqual({ status: 200, body: wish })
  expect(await set('GET')).toEqual({ status: 200, body: wish })
  const none = {
    requests: [],
    policies: {},
    quotas: {},
    release: 'newest',
    microversions: {},
    keystone: {},
    // Whose password has expired from the start.
    expirePasswords: ['newcomer'],
  }
  expect(await set('DELETE')).toEqual({ status: 200, body: none })
  expect((await set('POST')).status).toBe(405)
})

test.each([
  ['{', 'Invalid input'],
  [{ requests: [{ service: 'network', status: 500 }] }, 'requests[0].service'],
  [{ requests: [{ service: 'volume' }] }, 'must have delayMs, status or cut'],
  [{ requests: [{ path: '(', status: 500 }] }, 'must be a regular expression'],
  [{ policies: { 'volume:create': 'role:king' } }, 'must be "!", "@" or'],
  [{ quotas: { nowhere: { volumes: 0 } } }, 'there is no project nowhere'],
  [{ microversions: { volume: '3.72' } }, 'must be from 3.0 to 3.71'],
  [{ release: 'queens' }, 'release'],
  [{ keystone: { cascade: 'yes' } }, 'keystone.cascade'],
  [{ keystone: { tokenMinutes: 0 } }, 'keystone.tokenMinutes'],
  [{ expirePasswords: ['nobody'] }, 'there is no person nobody'],
  [{ colour: 'blue' }, 'colour'],
])('%j is refused, and says why', async (wish, why) => {
  const { set } = await withFaults()
  const { status, body } = await set('PUT', wish)
  expect(status).toBe(400)
  expect(textAt(body, 'error', 'message')).toContain(why)
})

test('a service fails in its own words, the others go on', async () => {
  const { set, demo } = await withFaults()
  await set('PUT', { requests: [{ service: 'volume', status: 500 }] })
  const reply = await demo.cinder('GET', 'volumes')
  expect([reply.status, reply.body]).toEqual([
    500,
    {
      computeFault: {
        code: 500,
        message:
          'The server has either erred or is incapable of performing the requested operation.',
      },
    },
  ])
  expect((await demo.nova('GET', 'servers')).status).toBe(200)
})

test('nobody behind the load balancer: a page, and when to come again', async () => {
  const { set, demo } = await withFaults()
  await set('PUT', { requests: [{ service: 'compute', status: 503, retryAfter: 7 }] })
  const reply = await demo.nova('GET', 'servers')
  expect(reply.status).toBe(503)
  expect(reply.headers.get('retry-after')).toBe('7')
  expect(reply.headers.get('content-type')).toBe('text/html')
  expect(reply.body).toContain('No server is available to handle this request.')
})

test('a fault for a number of requests is over after them', async () => {
  const { set, demo } = await withFaults()
  await set('PUT', { requests: [{ service: 'volume', path: 'volumes', times: 2, status: 502 }] })
  const statuses = []
  for (let turn = 0; turn < 3; turn++) statuses.push((await demo.cinder('GET', 'volumes')).status)
  expect(statuses).toEqual([502, 502, 200])
})

/** Waits for whatever happens without time going by. */
async function allThatCanHappen() {
  for (let turn = 0; turn < 50; turn++) await new Promise((go) => void setImmediate(go))
}

test('a slow cloud answers when the time is over', async () => {
  const { set, demo, clock } = await withFaults()
  await set('PUT', { requests: [{ delayMs: 5000 }] })
  let answered = false
  const reply = demo.cinder('GET', 'volumes').then(({ status }) => {
    answered = true
    return status
  })
  await allThatCanHappen()
  clock.advance(4999)
  await allThatCanHappen()
  expect(answered).toBe(false)
  clock.advance(1)
  expect(await reply).toBe(200)
})

test('a connection that is cut before the cloud heard of the request leaves everything as it was', async () => {
  const { set, demo, idOf } = await withFaults()
  const scratch = await idOf('scratch')
  await set('PUT', { requests: [{ method: 'DELETE', cut: 'before', times: 1 }] })
  await expect(demo.cinder('DELETE', `volumes/${scratch}`)).rejects.toThrow(cut)
  const seen = await demo.cinder('GET', `volumes/${scratch}`)
  expect(at(seen.body, 'volume', 'status')).toBe('available')
})

test('a connection that is cut after it hides an answer, and what was asked is done', async () => {
  const { set, demo } = await withFaults()
  await set('PUT', { requests: [{ method: 'POST', path: 'volumes$', cut: 'after', times: 1 }] })
  const wish = { volume: { name: 'unseen', size: 1 } }
  await expect(demo.cinder('POST', 'volumes', wish)).rejects.toThrow(cut)
  const { body } = await demo.cinder('GET', 'volumes')
  expect(eachAt(listAt(body, 'volumes'), 'name')).toContain('unseen')
})

test('a project is out of quota, whatever it was allowed', async () => {
  const { set, demo, admin } = await withFaults()
  await set('PUT', { quotas: { demo: { volumes: 0, gigabytes: 0 } } })
  const reply = await demo.cinder('POST', 'volumes', { volume: { size: 1 } })
  expect(reply.status).toBe(413)
  const limits = await demo.cinder('GET', 'limits')
  expect(at(limits.body, 'limits', 'absolute', 'maxTotalVolumes')).toBe(0)
  const others = await signIn((await withFaults()).target, 'demo', 'research')
  expect((await others.cinder('POST', 'volumes', { volume: { size: 1 } })).status).toBe(202)
  await set('DELETE')
  expect((await demo.cinder('POST', 'volumes', { volume: { size: 1 } })).status).toBe(202)
  expect((await admin.cinder('GET', 'limits')).status).toBe(200)
})

test('a policy that was made strict refuses, in the rule’s own name', async () => {
  const { set, demo, admin, idOf } = await withFaults()
  await set('PUT', { policies: { 'volume:extend': 'role:admin' } })
  const path = `volumes/${await idOf('scratch')}/action`
  const reply = await demo.cinder('POST', path, { 'os-extend': { new_size: 9 } })
  expect([reply.status, textAt(reply.body, 'forbidden', 'message')]).toEqual([
    403,
    "Policy doesn't allow volume:extend to be performed.",
  ])
  expect((await admin.cinder('POST', path, { 'os-extend': { new_size: 9 } })).status).toBe(202)
})

test('signing in can fail as well', async () => {
  const { set, target } = await withFaults()
  await set('PUT', { requests: [{ service: 'identity', status: 500, message: 'Out of order.' }] })
  const nobody = personWith(target, undefined, '')
  const reply = await nobody.keystone('POST', 'auth/tokens', {})
  expect(reply.body).toEqual({
    error: { code: 500, message: 'Out of order.', title: 'Internal Server Error' },
  })
})

test('a cloud is older than it was, in its documents and in what it speaks', async () => {
  const { set, demo, target } = await withFaults()
  await set('PUT', { microversions: { volume: '3.41', compute: '2.59' } })
  const nobody = personWith(target, undefined, '')
  const cinder = await nobody.ask('volume', 'GET', '/')
  expect(at(cinder.body, 'versions', 0, 'version')).toBe('3.41')
  const nova = await nobody.ask('compute', 'GET', '/v2.1/')
  expect(at(nova.body, 'version', 'version')).toBe('2.59')
  expect((await demo.cinder('GET', 'volumes', undefined, '3.42')).status).toBe(406)
  expect((await demo.cinder('GET', 'volumes', undefined, '3.41')).status).toBe(200)
  expect((await demo.nova('GET', 'servers', undefined, '2.60')).status).toBe(406)
})

test.each([
  ['oldest', '3.0', '2.1'],
  ['sharing', '3.50', '2.60'],
  ['zed', '3.70', '2.93'],
  ['newest', '3.71', '2.104'],
])(
  'a cloud of the release %s speaks %s and %s, until it is itself again',
  async (release, volume, compute) => {
    const { set, target } = await withFaults()
    const nobody = personWith(target, undefined, '')
    const newest = async () => [
      at((await nobody.ask('volume', 'GET', '/')).body, 'versions', 0, 'version'),
      at((await nobody.ask('compute', 'GET', '/v2.1/')).body, 'version', 'version'),
    ]
    await set('PUT', { release })
    expect(await newest()).toEqual([volume, compute])
    await set('DELETE')
    expect(await newest()).toEqual(['3.71', '2.104'])
  },
)
