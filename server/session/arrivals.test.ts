import { expect, test } from 'vitest'

import { createVisit } from '#server/testing/fake-cloud.ts'

const settings = {
  MOORING_PUBLIC_URL: 'https://mooring.example',
  WEBSSO_CHOICES: '[["credentials","Keystone"],["saml2","SAML"],["acme_oidc","ACME"]]',
  WEBSSO_IDP_MAPPING: '{"acme_oidc":["acme","openid"]}',
  WEBSSO_KEYSTONE_URL: 'https://sso.example/v3',
}

const arrive = (
  { send }: ReturnType<typeof createVisit>,
  token: string,
  origin: string | undefined = 'https://sso.example',
) =>
  send('/auth/websso/', {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'cross-site',
      ...(origin !== undefined && { origin }),
    },
    body: new URLSearchParams({ token }),
  })

const enter = ({ sendJson }: ReturnType<typeof createVisit>, webSso: { replaces?: string } = {}) =>
  sendJson('POST', '/api/session', { webSso }, { origin: 'https://mooring.example' })

test('identity providers are offered with the addresses that Keystone has for them', async () => {
  const { send } = createVisit(settings)
  const origin = encodeURIComponent('https://mooring.example/auth/websso/')
  const { webSso, passwords } = await (await send('/api/session')).json()
  expect(passwords).toBe(true)
  expect(webSso).toEqual([
    {
      id: 'saml2',
      label: 'SAML',
      url: `https://sso.example/v3/auth/OS-FEDERATION/websso/saml2?origin=${origin}`,
    },
    {
      id: 'acme_oidc',
      label: 'ACME',
      url: `https://sso.example/v3/auth/OS-FEDERATION/identity_providers/acme/protocols/openid/websso?origin=${origin}`,
    },
  ])
})

test('who comes from an identity provider is let in by the page', async () => {
  const visit = createVisit(settings)
  const arrival = await arrive(visit, visit.cloud.keystone.federate('fay'))
  expect([arrival.status, arrival.headers.get('location')]).toEqual([303, '/auth/websso/'])
  expect(await (await visit.send('/api/session')).json()).toMatchObject({
    state: 'signed-out',
    arrival: { userName: 'fay', identityProvider: 'acme' },
  })
  const response = await enter(visit)
  expect(response.status).toBe(201)
  expect(await response.json()).toMatchObject({
    user: { name: 'fay', identityProvider: 'acme' },
    project: { name: 'apollo' },
  })
  expect((await enter(visit)).status).toBe(400)
})

test.each([['https://evil.example'], ['null'], [undefined]])(
  'a token from %s is refused',
  async (origin) => {
    const visit = createVisit(settings)
    const token = visit.cloud.keystone.federate('fay')
    const response = await visit.send('/auth/websso/', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(origin !== undefined && { origin }),
      },
      body: new URLSearchParams({ token }),
    })
    expect(response.status).toBe(403)
    expect(visit.cookies.size).toBe(0)
  },
)

test('a token that Keystone does not know brings nobody in', async () => {
  const visit = createVisit(settings)
  expect((await arrive(visit, 'forged')).status).toBe(401)
  expect(visit.cookies.size).toBe(0)
})

test('without single sign-on there is nothing at the address', async () => {
  const visit = createVisit()
  expect((await arrive(visit, visit.cloud.keystone.federate('fay'))).status).toBe(404)
})

test('an arrival does not take over the session of somebody else', async () => {
  const visit = createVisit(settings)
  await visit.signIn('ann')
  await arrive(visit, visit.cloud.keystone.federate('fay'))
  const response = await enter(visit)
  expect(response.status).toBe(409)
  expect((await response.json()).error.message).toContain('ann is signed in in this browser')
  expect((await enter(visit, { replaces: 'u-ann' })).status).toBe(201)
})

test('after sign-out a federated person goes on to the address of the settings', async () => {
  const visit = createVisit({
    ...settings,
    WEBSSO_DEFAULT_REDIRECT_LOGOUT: 'https://idp.example/logout',
  })
  await arrive(visit, visit.cloud.keystone.federate('fay'))
  await enter(visit)
  const response = await visit.send('/api/session', {
    method: 'DELETE',
    headers: { origin: 'https://mooring.example' },
  })
  expect(await response.json()).toEqual({ goTo: 'https://idp.example/logout' })
})
