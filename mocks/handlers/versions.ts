import { ok, type Answer } from './answer.ts'
import { versionText, type Version } from './microversion.ts'
import type { Place } from './service.ts'

const link = (rel: string, href: string) => ({ rel, href })

/** Keystone's versions, at its root and at `/v3`. */
export function keystoneVersion(request: Request, { path, base }: Place): Answer | undefined {
  if (request.method !== 'GET') return undefined
  const version = {
    id: 'v3.14',
    status: 'stable',
    updated: '2020-04-07T00:00:00Z',
    links: [link('self', `${base}/v3/`)],
    'media-types': [
      { base: 'application/json', type: 'application/vnd.openstack.identity-v3+json' },
    ],
  }
  if (path === '/v3' || path === '/v3/') return ok({ version })
  if (path !== '' && path !== '/') return undefined
  return {
    status: 300,
    body: { versions: { values: [version] } },
    headers: { location: `${base}/v3/` },
  }
}

/** Cinder's version document. */
export const cinderVersion = (base: string, newest: Version) => ({
  versions: [
    {
      id: 'v3.0',
      status: 'CURRENT',
      version: versionText(newest),
      min_version: '3.0',
      updated: newest.minor > 70 ? '2023-08-31T00:00:00Z' : '2022-08-31T00:00:00Z',
      links: [
        { rel: 'describedby', type: 'text/html', href: 'https://docs.openstack.org/' },
        link('self', `${base}/v3/`),
      ],
      'media-types': [
        { base: 'application/json', type: 'application/vnd.openstack.volume+json;version=3' },
      ],
    },
  ],
})

/** Cinder's answers without a token. */
export function cinderOpen(
  _request: Request,
  { path, base }: Place,
  newest: Version,
): Answer | undefined {
  if (path === '' || path === '/')
    return {
      status: 300,
      body: cinderVersion(base, newest),
      headers: { 'openstack-api-version': 'volume 3.0', vary: 'OpenStack-API-Version' },
    }
  if (path !== '/v3') return undefined
  return {
    status: 302,
    headers: { location: `${base}/v3/`, 'content-type': 'text/plain; charset=utf8' },
  }
}

const nova21 = (base: string, newest: Version) => ({
  id: 'v2.1',
  status: 'CURRENT',
  version: versionText(newest),
  min_version: '2.1',
  updated: '2013-07-23T11:33:21Z',
  links: [link('self', `${base}/v2.1/`)],
})

/** Nova from before there were microversions. */
const nova2 = (base: string, newest: Version) => ({
  id: 'v2.0',
  status: newest.minor > 100 ? 'DEPRECATED' : 'SUPPORTED',
  version: '',
  min_version: '',
  updated: newest.minor > 100 ? '2025-07-04T12:00:00Z' : '2011-01-21T11:33:21Z',
  links: [link('self', `${base}/v2/`)],
})

type NovaVersion = ReturnType<typeof nova21>

const novaDocument = ({ links, ...version }: NovaVersion) =>
  ok({
    version: {
      ...version,
      links: [
        ...links,
        { rel: 'describedby', type: 'text/html', href: 'http://docs.openstack.org/' },
      ],
      'media-types': [
        {
          base: 'application/json',
          type: `application/vnd.openstack.compute+json;version=${version.version === '' ? '2' : '2.1'}`,
        },
      ],
    },
  })

/** Nova's answers without a token: its versions. */
export function novaOpen(
  _request: Request,
  { path, base }: Place,
  newest: Version,
): Answer | undefined {
  if (path === '' || path === '/')
    return ok({ versions: [nova2(base, newest), nova21(base, newest)] })
  if (path === '/v2' || path === '/v2/') return novaDocument(nova2(base, newest))
  if (path !== '/v2.1' && path !== '/v2.1/') return undefined
  return {
    ...novaDocument(nova21(base, newest)),
    headers: {
      'openstack-api-version': 'compute 2.1',
      'x-openstack-nova-api-version': '2.1',
      vary: 'OpenStack-API-Version, X-OpenStack-Nova-API-Version',
    },
  }
}

const glanceMinors = [15, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]

/** Glance's answers without a token: its versions. */
export function glanceOpen(_request: Request, { path, base }: Place): Answer | undefined {
  if (path !== '' && path !== '/' && path !== '/versions') return undefined
  return {
    status: path === '/versions' ? 200 : 300,
    body: {
      versions: glanceMinors.map((minor, index) => ({
        id: `v2.${minor}`,
        status: index === 0 ? 'CURRENT' : 'SUPPORTED',
        links: [link('self', `${base}/v2/`)],
      })),
    },
  }
}
