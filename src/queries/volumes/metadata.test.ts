import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { windowScopeOf } from '#src/model/cloud/scope.ts'
import type { SignedIn } from '#src/model/cloud/session.ts'
import { metadataChange, ownMetadata } from '#src/model/volume/volume-metadata.ts'
import { signIn } from '#src/openstack/session/session.ts'
import { setWindowScope } from '#src/openstack/session/window-scope.ts'
import { addMetadata, removeMetadata } from '#src/openstack/volumes/metadata.ts'
import { createSnapshot, getSnapshot } from '#src/openstack/volumes/snapshots.ts'
import { getVolume, listVolumes, updateVolume } from '#src/openstack/volumes/volumes.ts'
import { runMutation, changeMetadataMutation } from '#src/queries/run-mutation.ts'
import { openBrowser } from '#src/testing/browser.ts'

import { snapshotMetadataMutation } from './snapshots.ts'
import { editVolumeMutation, updateMetadataMutation } from './volume-changes.ts'

afterEach(() => vi.unstubAllGlobals())

let session: SignedIn
beforeEach(async () => {
  openBrowser()
  session = await signIn({ userName: 'demo', password: 'mooring', domain: 'Default' })
  setWindowScope(windowScopeOf(session))
})

const noChange = { set: {}, unset: [] }

async function volumeWith(metadata: Record<string, string>) {
  const { items } = await listVolumes(session)
  const id = items.find(({ status }) => status === 'available')?.id
  if (id === undefined) throw new Error('demo has no volume that is available')
  await removeMetadata(
    session,
    { kind: 'volumes', id },
    Object.keys(ownMetadata(await getVolume(session, id))),
  )
  await addMetadata(session, { kind: 'volumes', id }, metadata)
  return getVolume(session, id)
}

test('a pair that another client adds while the form is open stays', async () => {
  const opened = await volumeWith({ plain: '1', old: 'x' })
  await addMetadata(session, { kind: 'volumes', id: opened.id }, { 'csi.example/owner': 'pvc-1' })
  const own = metadataChange(ownMetadata(opened), { plain: '1', mine: '1' })
  const update = updateMetadataMutation(session, opened.id)
  await runMutation(new QueryClient(), update, { own, image: noChange })
  expect(ownMetadata(await getVolume(session, opened.id))).toEqual({
    plain: '1',
    mine: '1',
    'csi.example/owner': 'pvc-1',
  })
})

test('keys that no address can end in are removed, and the others stay', async () => {
  const odd = { 'app.kubernetes.io/name': 'db', '..': 'up', 'a b': 'space' }
  const { id } = await volumeWith({ ...odd, plain: '1', 'with.dot': '2' })
  const change = changeMetadataMutation(session, id)
  await runMutation(new QueryClient(), change, { set: {}, unset: Object.keys(odd) })
  expect(ownMetadata(await getVolume(session, id))).toEqual({ plain: '1', 'with.dot': '2' })
})

test('the same of a snapshot', async () => {
  const volume = await volumeWith({})
  const words = { name: 's', description: '', force: false }
  const { id } = await createSnapshot(session, { volumeId: volume.id, ...words })
  const owner = { kind: 'snapshots', id } as const
  await addMetadata(session, owner, { 'a/b': '1', plain: '1' })
  await addMetadata(session, owner, { other: 'client' })
  const change = { set: { mine: '1' }, unset: ['a/b', 'not-there'] }
  await runMutation(new QueryClient(), snapshotMetadataMutation(session, id), change)
  expect((await getSnapshot(session, id)).metadata).toEqual({
    plain: '1',
    other: 'client',
    mine: '1',
  })
})

test('a new description leaves the name that somebody else has just given', async () => {
  const { id } = await volumeWith({})
  await updateVolume(session, id, { name: 'renamed' })
  const edit = editVolumeMutation(session, id)
  await runMutation(new QueryClient(), edit, { words: { description: 'mine' } })
  expect(await getVolume(session, id)).toMatchObject({ name: 'renamed', description: 'mine' })
})
