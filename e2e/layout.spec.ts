import { expectToFit, idOf, scrollBarWidth } from './layout-verbs.ts'
import { beginSession, expect, isLive, test } from './verbs.ts'

test.skip(isLive, 'these volumes, snapshots and hosts are of the embedded cloud')

const volumeDialogs = [
  'edit',
  'attachments',
  'instances',
  'snapshot',
  'transfer',
  'revert',
  'extend',
  'retype',
  'upload',
  'read-only',
  'bootable',
  'metadata',
  'delete',
]

for (const language of ['en', 'zh-CN'] as const)
  test.describe(`in ${language}`, () => {
    test.beforeEach(({ page }) =>
      page.addInitScript((tag) => localStorage.setItem('mooring.language', tag), language),
    )

    test('no page and no dialog of a project scrolls sideways', async ({ page }) => {
      await beginSession(page, 'demo')
      await page.goto('/project/volumes')
      expect(await scrollBarWidth(page)).toBeGreaterThan(0)
      const volume = await idOf(page.request, '/api/volume/volumes', 'quorum-disk')
      const snapshot = await idOf(page.request, '/api/volume/snapshots', 'scratch-friday')
      const instance = await idOf(page.request, '/api/compute/servers', 'node-01')
      const lacking = await idOf(page.request, '/api/compute/servers', 'node-13')
      await expectToFit(page, [
        '/project/volumes',
        '/project/snapshots',
        '/project/instances',
        '/project/sharing',
        ...['overview', 'attachments', 'snapshots', 'messages', 'metadata', 'json'].map(
          (tab) => `/project/volumes/${volume}?tab=${tab}`,
        ),
        `/project/snapshots/${snapshot}`,
        '/project/volumes?dialog=create',
        '/project/volumes?dialog=accept-transfer',
        ...volumeDialogs.map((dialog) => `/project/volumes?dialog=${dialog}&volume=${volume}`),
        ...['edit', 'metadata', 'delete'].map(
          (dialog) => `/project/snapshots?dialog=${dialog}&snapshot=${snapshot}`,
        ),
        ...['attach', 'detach', 'volumes'].map(
          (dialog) => `/project/instances?dialog=${dialog}&instance=${instance}`,
        ),
        ...[instance, lacking].map((one) => `/project/sharing?volume=${volume}&instance=${one}`),
      ])
    })

    test('no page and no dialog for administrators scrolls sideways', async ({ page }) => {
      await beginSession(page, 'admin')
      await page.goto('/admin/volumes')
      const all = '/api/volume/volumes?all_tenants=1'
      const volume = await idOf(page.request, all, 'quorum-disk')
      const held = await idOf(page.request, all, 'sim-state')
      const instance = await idOf(page.request, '/api/compute/servers?all_tenants=1', 'sim-1')
      const type = await idOf(page.request, '/api/volume/types', 'multiattach')
      await expectToFit(page, [
        '/admin/volumes',
        '/admin/attachments',
        '/admin/volume-types',
        '/admin/back-ends',
        '/admin/hosts',
        '/admin/hosts?host=lost-host',
        `/admin/volumes/${volume}`,
        '/admin/volumes?dialog=create',
        '/admin/volumes?dialog=manage',
        ...[...volumeDialogs, 'update-status', 'force-detach', 'migrate', 'unmanage'].map(
          (dialog) => `/admin/volumes?dialog=${dialog}&volume=${volume}`,
        ),
        '/admin/volume-types?dialog=create',
        ...['edit', 'specs', 'encryption', 'access', 'default', 'delete'].map(
          (dialog) => `/admin/volume-types?dialog=${dialog}&type=${type}`,
        ),
        `/admin/hosts?dialog=holders&volume=${held}`,
        `/admin/hosts?dialog=fail-over&volume=${held}&instance=${instance}`,
      ])
    })
  })
