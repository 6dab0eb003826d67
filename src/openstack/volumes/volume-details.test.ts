import { afterEach, expect, test, vi } from 'vitest'

import type { CloudScope } from '#src/model/cloud/scope.ts'

import { getVolumeDetails } from './volume-details.ts'

afterEach(() => vi.unstubAllGlobals())

const cloud: CloudScope = {
  user: { id: 'u-1', name: 'demo', domainName: 'Default' },
  project: { id: 'p-1', name: 'demo', domainName: 'Default' },
  region: 'RegionOne',
  microversions: { volume: null, compute: null },
}
const answer = (volume: object) =>
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ volume })))

test('the answer is read, and kept as it came', async () => {
  const raw = {
    id: 'v-1',
    size: 1,
    attachments: [],
    status: 'dreaming',
    volume_type: null,
    volume_type_id: 'gone',
    volume_image_metadata: { image_id: 'i-1', image_name: 'debian-13' },
    'vendor:colour': ['green'],
  }
  answer(raw)
  const details = await getVolumeDetails(cloud, 'v-1')
  expect(details.volume).toMatchObject({ status: 'dreaming', typeName: null, attachments: [] })
  expect(details.more).toMatchObject({ typeId: 'gone', imageId: 'i-1', imageName: 'debian-13' })
  expect(details.raw).toEqual({ volume: raw })
})

test('a field of a kind that nobody expects does not hide the others', async () => {
  answer({
    id: 'v-1',
    size: 1,
    attachments: [],
    status: 'available',
    'os-vol-mig-status-attr:migstat': { phase: 2 },
    consumes_quota: 'yes',
  })
  const { volume, more } = await getVolumeDetails(cloud, 'v-1')
  expect(volume).toMatchObject({ migrationStatus: null })
  expect(more).toMatchObject({ consumesQuota: null })
})
