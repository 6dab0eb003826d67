import type { APIRequestContext, Page } from '@playwright/test'

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

const volumeTabs = ['overview', 'attachments', 'snapshots', 'messages', 'metadata', 'json']

/** The id of a thing of the embedded cloud, which a list at `path` has. */
export async function idOf(
  request: APIRequestContext,
  path: string,
  name: string,
): Promise<string> {
  const answer = await request.get(path)
  const lists: Record<string, { id: string; name: string }[]> = await answer.json()
  const found = Object.values(lists)
    .flat()
    .find((thing) => thing.name === name)
  if (!found) throw new Error(`${path} has no ${name}`)
  return found.id
}

/** The addresses of a person's pages, and of the dialogs that open on them, in the embedded cloud. */
export type Addresses = { pages: string[]; dialogs: string[] }

/** Those about one project. */
export async function projectAddresses(request: APIRequestContext): Promise<Addresses> {
  const volume = await idOf(request, '/api/volume/volumes', 'quorum-disk')
  const snapshot = await idOf(request, '/api/volume/snapshots', 'scratch-friday')
  const holder = await idOf(request, '/api/compute/servers', 'node-01')
  const other = await idOf(request, '/api/compute/servers', 'node-13')
  return {
    pages: [
      '/project/volumes',
      '/project/snapshots',
      '/project/instances',
      '/project/sharing',
      ...volumeTabs.map((tab) => `/project/volumes/${volume}?tab=${tab}`),
      `/project/snapshots/${snapshot}`,
    ],
    dialogs: [
      '/project/volumes?dialog=create',
      '/project/volumes?dialog=accept-transfer',
      ...volumeDialogs.map((dialog) => `/project/volumes?dialog=${dialog}&volume=${volume}`),
      ...['edit', 'metadata', 'delete'].map(
        (dialog) => `/project/snapshots?dialog=${dialog}&snapshot=${snapshot}`,
      ),
      ...['attach', 'detach', 'volumes'].map(
        (dialog) => `/project/instances?dialog=${dialog}&instance=${holder}`,
      ),
      ...[holder, other].map(
        (instance) => `/project/sharing?volume=${volume}&instance=${instance}`,
      ),
    ],
  }
}

/** Those about all projects. */
export async function adminAddresses(request: APIRequestContext): Promise<Addresses> {
  const all = '/api/volume/volumes?all_tenants=1'
  const volume = await idOf(request, all, 'quorum-disk')
  const held = await idOf(request, all, 'sim-state')
  const instance = await idOf(request, '/api/compute/servers?all_tenants=1', 'sim-1')
  const type = await idOf(request, '/api/volume/types', 'multiattach')
  return {
    pages: [
      '/admin/volumes',
      '/admin/attachments',
      '/admin/volume-types',
      '/admin/back-ends',
      '/admin/hosts',
      '/admin/hosts?host=compute-lost',
      `/admin/volumes/${volume}`,
    ],
    dialogs: [
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
    ],
  }
}

/** Goes to an address without loading the page anew. */
export const goTo = (page: Page, address: string) =>
  page.evaluate((to) => history.pushState({}, '', to), address)
