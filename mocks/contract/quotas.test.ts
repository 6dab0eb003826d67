import { afterAll, expect, test } from 'vitest'

import { at, textAt } from '#mocks/client/json.ts'

import { cloudUnderTest, refusalOf } from './cloud-under-test.ts'

const { admin, elsewhere, ask, becomes, until } = await cloudUnderTest()

const path = `os-quota-sets/${elsewhere.projectId}`
const usage = async (name: string) =>
  at((await admin.cinder('GET', `${path}?usage=true`)).body, 'quota_set', name)
const used = async (name: string) => Number(at(await usage(name), 'in_use'))
const limitsBefore = (await admin.cinder('GET', path)).body

const allow = (limits: Record<string, number>) => admin.cinder('PUT', path, { quota_set: limits })
const unlimited = {
  volumes: -1,
  gigabytes: -1,
  snapshots: -1,
  per_volume_gigabytes: -1,
  volumes_multiattach: -1,
}

afterAll(async () => {
  const names = Object.keys(unlimited)
  await allow(
    Object.fromEntries(names.map((name) => [name, Number(at(limitsBefore, 'quota_set', name))])),
  )
})

test('what is used is what there is, and goes back when it is gone', async () => {
  await allow(unlimited)
  const before = [await used('volumes'), await used('gigabytes'), await used('volumes_multiattach')]
  const reply = await ask('multiattach', { size: 3 }, elsewhere)
  const id = textAt(reply.body, 'volume', 'id')
  await becomes(id, 'available')
  const [volumes = 0, gigabytes = 0, shared = 0] = before
  expect([
    await used('volumes'),
    await used('gigabytes'),
    await used('volumes_multiattach'),
  ]).toEqual([volumes + 1, gigabytes + 3, shared + 1])
  await elsewhere.cinder('DELETE', `volumes/${id}`)
  await becomes(id, 'gone')
  await until('the quota is free again', async () => (await used('volumes')) === volumes)
  expect([await used('gigabytes'), await used('volumes_multiattach')]).toEqual([gigabytes, shared])
})

test('one volume more than allowed is refused', async () => {
  const now = await used('volumes')
  await allow({ ...unlimited, volumes: now })
  expect(refusalOf(await ask('multiattach', {}, elsewhere))).toEqual([
    413,
    `VolumeLimitExceeded: Maximum number of volumes allowed (${now}) exceeded for quota 'volumes'.`,
  ])
})

test('one volume more of a type than allowed is refused, of another type it is not', async () => {
  const now = await used('volumes_multiattach')
  await allow({ ...unlimited, volumes_multiattach: now })
  expect(refusalOf(await ask('multiattach', {}, elsewhere))).toEqual([
    413,
    `VolumeLimitExceeded: Maximum number of volumes allowed (${now}) exceeded for quota 'volumes_multiattach'.`,
  ])
  const plain = await ask('standard', {}, elsewhere)
  expect(plain.status).toBe(202)
})

test('more GiB than allowed are refused, for a new volume and for a larger one', async () => {
  await allow(unlimited)
  const reply = await ask('standard', { size: 2 }, elsewhere)
  const id = textAt(reply.body, 'volume', 'id')
  await becomes(id, 'available')
  const now = await used('gigabytes')
  await allow({ ...unlimited, gigabytes: now + 1 })
  expect(refusalOf(await ask('standard', { size: 2 }, elsewhere))).toEqual([
    413,
    `VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds allowed gigabytes quota. Requested 2G, quota is ${now + 1}G and ${now}G has been consumed.`,
  ])
  const extend = await elsewhere.cinder('POST', `volumes/${id}/action`, {
    'os-extend': { new_size: 4 },
  })
  expect(refusalOf(extend)).toEqual([
    413,
    expect.stringContaining(`quota is ${now + 1}G and ${now}G has been consumed.`),
  ])
})

test('a volume larger than one may be is refused', async () => {
  await allow({ ...unlimited, per_volume_gigabytes: 5 })
  expect(refusalOf(await ask('standard', { size: 6 }, elsewhere))).toEqual([
    413,
    'VolumeSizeExceedsLimit: Requested volume size 6G is larger than maximum allowed limit 5G.',
  ])
})

test('quotas are set by administrators only', async () => {
  const reply = await elsewhere.cinder('PUT', path, { quota_set: { volumes: 5 } })
  expect(refusalOf(reply)).toEqual([
    403,
    "Policy doesn't allow volume_extension:quotas:update to be performed.",
  ])
})
