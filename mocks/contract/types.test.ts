import { expect, test } from 'vitest'

import { at, listAt, textAt } from '#mocks/client/json.ts'

import { cloudUnderTest, refusalOf } from './cloud-under-test.ts'

const { demo, admin, target, newType, volume } = await cloudUnderTest()

const inUse = [400, 'Volume Type is currently in use.']

test('no extra spec of a type in use can be set, changed or taken away', async () => {
  const { id, name } = await newType({ 'hw:speed': 'slow' })
  await volume(name)
  const specs = `types/${id}/extra_specs`
  const set = await admin.cinder('POST', specs, { extra_specs: { 'hw:speed': 'fast' } })
  const add = await admin.cinder('PUT', `${specs}/colour`, { colour: 'blue' })
  const remove = await admin.cinder('DELETE', `${specs}/hw:speed`)
  for (const reply of [set, add, remove]) expect(refusalOf(reply)).toEqual(inUse)
})

test('a shareable type has no cache on the host', async () => {
  const { id } = await newType({ multiattach: '<is> True' })
  const set = (specs: object) =>
    admin.cinder('POST', `types/${id}/extra_specs`, { extra_specs: specs })
  expect(refusalOf(await set({ cacheable: '<is> True' }))).toEqual([
    400,
    'cacheable cannot be set with multiattach.',
  ])
  expect((await set({ cacheable: '<is> False' })).status).toBe(200)
})

test('an administrator counts the volumes of a type, a member may not look for them so', async () => {
  const { id, name } = await newType()
  await volume(name)
  await volume(name)
  const path = `volumes?all_tenants=1&limit=1&with_count=true&volume_type_id=${id}`
  const { body } = await admin.cinder('GET', path)
  expect(at(body, 'count')).toBe(2)
  expect(listAt(body, 'volumes')).toHaveLength(1)
  expect((await demo.cinder('GET', path)).status).toBe(400)
})

test('a private type keeps its projects while it is public', async () => {
  const { id } = await newType()
  const open = (isPublic: boolean) =>
    admin.cinder('PUT', `types/${id}`, { volume_type: { is_public: isPublic } })
  const access = () => admin.cinder('GET', `types/${id}/os-volume-type-access`)
  await open(false)
  await admin.cinder('POST', `types/${id}/action`, {
    addProjectAccess: { project: demo.projectId },
  })
  await open(true)
  expect((await access()).status).toBe(404)
  await open(false)
  expect(listAt((await access()).body, 'volume_type_access')).toMatchObject([
    { project_id: demo.projectId },
  ])
})

test('a cipher and a key size that are set to nothing are gone', async () => {
  const { id } = await newType()
  const path = `types/${id}/encryption`
  await admin.cinder('POST', path, {
    encryption: { provider: 'luks', control_location: 'front-end', cipher: 'aes', key_size: 128 },
  })
  const made = (await admin.cinder('GET', path)).body
  await admin.cinder('PUT', `${path}/${textAt(made, 'encryption_id')}`, {
    encryption: { cipher: null, key_size: null },
  })
  expect((await admin.cinder('GET', path)).body).toMatchObject({
    provider: 'luks',
    cipher: null,
    key_size: null,
  })
})

test('the default of a project stands below no project, and may be a private type', async () => {
  const { id } = await newType()
  await admin.cinder('PUT', `types/${id}`, { volume_type: { is_public: false } })
  const ask = (method: string, path: string, body?: object) =>
    admin.ask('volume', method, path, {
      headers: { 'openstack-api-version': `volume ${target.newest.volume}` },
      body,
    })
  const own = `/v3/default-types/${admin.projectId}`
  const set = await ask('PUT', own, { default_type: { volume_type: id } })
  expect(set.body).toEqual({
    default_type: { project_id: admin.projectId, volume_type_id: id },
  })
  expect(refusalOf(await admin.cinder('DELETE', `types/${id}`))).toEqual([
    400,
    'The volume type <id> is a default volume type and cannot be deleted.',
  ])
  expect((await ask('DELETE', own)).status).toBe(204)
})
