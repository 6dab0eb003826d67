import { expect, test } from 'vitest'

import { readSettings } from './settings.ts'

const choices = '[["credentials","Keystone"],["saml2","SAML"],["acme","ACME"]]'

test('without choices there is no single sign-on', () => {
  expect(readSettings({}).webSso).toBeUndefined()
  expect(readSettings({ WEBSSO_ENABLED: 'off', WEBSSO_CHOICES: choices }).webSso).toBeUndefined()
})

test('choices name protocols, or providers by the mapping, on Keystone’s own address by default', () => {
  const { webSso } = readSettings({
    OS_AUTH_URL: 'https://cloud.example:5000',
    WEBSSO_CHOICES: choices,
    WEBSSO_IDP_MAPPING: '{"acme":["acme-id","openid"]}',
  })
  expect(webSso).toEqual({
    keystoneUrl: 'https://cloud.example:5000/v3',
    choices: [
      { id: 'saml2', label: 'SAML', path: '/auth/OS-FEDERATION/websso/saml2' },
      {
        id: 'acme',
        label: 'ACME',
        path: '/auth/OS-FEDERATION/identity_providers/acme-id/protocols/openid/websso',
      },
    ],
    passwords: true,
    redirect: undefined,
    logoutUrl: undefined,
  })
})

test('the initial choice stands first, and is where people are sent without asking', () => {
  const { webSso } = readSettings({
    WEBSSO_CHOICES: '[["saml2","SAML"],["acme","ACME"]]',
    WEBSSO_INITIAL_CHOICE: 'acme',
    WEBSSO_DEFAULT_REDIRECT: 'on',
  })
  expect(webSso).toMatchObject({ redirect: 'acme', passwords: false })
  expect(webSso?.choices.map(({ id }) => id)).toEqual(['acme', 'saml2'])
})

test.each([
  [{ WEBSSO_CHOICES: 'acme' }, 'WEBSSO_CHOICES is "acme": it must be a JSON list'],
  [{ WEBSSO_CHOICES: '[["a/b","ACME"]]' }, 'WEBSSO_CHOICES is'],
  [{ WEBSSO_ENABLED: 'on' }, 'WEBSSO_CHOICES has no identity provider'],
  [{ WEBSSO_CHOICES: '[["credentials","K"]]' }, 'WEBSSO_CHOICES has no identity provider'],
  [{ WEBSSO_CHOICES: choices, WEBSSO_INITIAL_CHOICE: 'oidc' }, 'WEBSSO_INITIAL_CHOICE is "oidc"'],
  [{ WEBSSO_CHOICES: choices, WEBSSO_IDP_MAPPING: '{"acme":"x"}' }, 'WEBSSO_IDP_MAPPING is'],
  [{ WEBSSO_KEYSTONE_URL: 'cloud.example' }, 'WEBSSO_KEYSTONE_URL is "cloud.example"'],
  [{ WEBSSO_DEFAULT_REDIRECT_LOGOUT: 'javascript:x' }, 'WEBSSO_DEFAULT_REDIRECT_LOGOUT is'],
  [{ MOORING_IDLE_MINUTES: '0' }, 'MOORING_IDLE_MINUTES is "0": it must be a whole number'],
  [{ MOORING_DOMAINS: ' , ' }, 'MOORING_DOMAINS is'],
])('%j stops the start with one line', (env, words) => {
  expect(() => readSettings({ ...env })).toThrow(words)
})
