import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { I18nextProvider } from 'react-i18next'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

import { createI18n } from '#src/app/languages/i18n.ts'
import { createQueryClient } from '#src/app/query-client.ts'
import {
  reasonHeader,
  type Destination,
  type PasswordSignIn,
  type SessionProblem,
  type SignedIn,
  type SignedOut,
  type SignInOptions,
} from '#src/model/cloud/session.ts'
import { signInGate } from '#src/openstack/session/sign-in-gate.ts'

import { SessionGate } from './SessionGate.tsx'

const signInOptions: SignInOptions = {
  defaultDomain: 'Default',
  domains: [],
  passwords: true,
  webSso: [],
}

const signedOut: SignedOut = {
  state: 'signed-out',
  ...signInOptions,
  demoAccounts: [
    { userName: 'reader', password: 'mooring', domain: 'Default', description: 'May look' },
  ],
}

const sessionOf = (userName: string): SignedIn => ({
  state: 'signed-in',
  user: { id: `id of ${userName}`, name: userName, domainName: 'Default' },
  project: { id: 'p1', name: 'demo', domainName: 'Default' },
  roles: ['member'],
  projects: [{ id: 'p1', name: 'demo', domainName: 'Default' }],
  region: 'RegionOne',
  regions: ['RegionOne'],
  expiresAt: '2026-11-24T12:00:00.000Z',
  microversions: { volume: null, compute: null },
  embedded: false,
  administrator: false,
  signIn: signInOptions,
})

/** Keystone's words for a wrong password. */
const refusal: SessionProblem = {
  error: {
    code: 401,
    title: 'Unauthorized',
    message: 'The request you have made requires authentication.',
    reason: 'wrong-credentials',
  },
}

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => {
  server.resetHandlers()
  signInGate.abandon()
})
afterAll(() => server.close())

/** A server where `password` is right for everybody; tells of what it was asked. */
function serve(now: SignedIn | SignedOut, password = 'right') {
  const asked: Destination & PasswordSignIn[] = []
  let session = now
  server.use(
    http.get('/api/session', () => HttpResponse.json(session)),
    http.post<never, Destination & PasswordSignIn>('/api/session', async ({ request }) => {
      const body = await request.json()
      asked.push(body)
      if (body.password !== password)
        return HttpResponse.json(refusal, {
          status: 401,
          headers: { 'x-openstack-request-id': 'req-1', [reasonHeader]: 'wrong-credentials' },
        })
      session = sessionOf(body.userName)
      return HttpResponse.json(session, { status: 201 })
    }),
    http.get('/api/volume/volumes/detail', () => HttpResponse.json({ volumes: [] })),
    http.get('/api/compute/servers/detail', () => HttpResponse.json({ servers: [] })),
    http.delete('/api/session', () => {
      session = signedOut
      return new HttpResponse(null, { status: 204 })
    }),
  )
  return asked
}

function open() {
  render(
    <I18nextProvider i18n={createI18n()}>
      <QueryClientProvider client={createQueryClient()}>
        <SessionGate>
          <label>
            Volume Name
            <input />
          </label>
        </SessionGate>
      </QueryClientProvider>
    </I18nextProvider>,
  )
  return userEvent.setup()
}

const field = (name: string) => screen.findByLabelText(name)
const page = { name: 'Volume Name', hidden: true }

test('a person signs in with the Enter key and sees the page', async () => {
  const asked = serve(signedOut)
  const user = open()
  await user.type(await field('User name'), 'demo')
  await user.type(await field('Password'), 'right{Enter}')
  expect(await screen.findByRole('textbox', page)).toBeTruthy()
  expect(asked).toEqual([{ userName: 'demo', password: 'right', domain: 'Default' }])
})

test('wrong credentials are named at the field, and what was typed stays', async () => {
  serve(signedOut)
  const user = open()
  await user.type(await field('User name'), 'demo')
  await user.type(await field('Password'), 'wrong{Enter}')
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toBe('User name, password or domain is wrong')
  expect(await field('User name')).toHaveProperty('value', 'demo')
  expect(await field('Password')).toHaveProperty('value', 'wrong')
  await waitFor(async () => expect(document.activeElement).toBe(await field('Password')))
})

test('another refusal is shown in Keystone’s words, with code and request id', async () => {
  serve(signedOut)
  server.use(
    http.post('/api/session', () =>
      HttpResponse.json(
        { error: { code: 401, title: 'Unauthorized', message: 'The account is locked.' } },
        { status: 401, headers: { 'x-openstack-request-id': 'req-2' } },
      ),
    ),
  )
  const user = open()
  await user.type(await field('User name'), 'demo')
  await user.type(await field('Password'), 'right{Enter}')
  const alert = await screen.findByRole('alert')
  for (const part of ['The account is locked.', '401', 'req-2'])
    expect(alert.textContent).toContain(part)
  expect(alert.textContent).not.toContain('Check user name')
})

test('what was typed can be read on demand', async () => {
  serve(signedOut)
  const user = open()
  await user.type(await field('Password'), 'secret')
  await user.click(screen.getByRole('button', { name: 'Show password' }))
  expect(await field('Password')).toHaveProperty('type', 'text')
})

test('an empty field is asked for, and nothing is sent', async () => {
  const asked = serve(signedOut)
  const user = open()
  await user.type(await field('User name'), 'demo{Enter}')
  expect(await screen.findByText('Please fill this in')).toBeTruthy()
  expect(asked).toEqual([])
})

test('a demo account fills the form, again when something else was typed over it', async () => {
  serve(signedOut)
  const user = open()
  await user.click(await screen.findByRole('button', { name: 'Use reader' }))
  expect(await field('Password')).toHaveProperty('value', 'mooring')
  await user.clear(await field('User name'))
  await user.click(screen.getByRole('button', { name: 'Use reader' }))
  expect(await field('User name')).toHaveProperty('value', 'reader')
})

test('when the session ends, the same person signs in over the page and all goes on', async () => {
  const asked = serve(sessionOf('demo'))
  const user = open()
  await user.type(await screen.findByRole('textbox', page), 'typed before')
  signInGate.close({ kind: 'ended' })
  const held = signInGate.wait()
  const ended = within(await screen.findByRole('dialog', { name: 'Your session has ended' }))
  expect(ended.getByLabelText('User name')).toHaveProperty('value', 'demo')
  await user.type(ended.getByLabelText('Password'), 'right{Enter}')
  expect(await held).toBe(true)
  expect(asked).toMatchObject([{ projectId: 'p1', region: 'RegionOne' }])
  expect(await screen.findByRole('textbox', page)).toHaveProperty('value', 'typed before')
})

test('when somebody else signs in, nothing of the person before is left', async () => {
  serve(sessionOf('demo'))
  const user = open()
  await user.type(await screen.findByRole('textbox', page), 'typed before')
  signInGate.close({ kind: 'ended' })
  const held = signInGate.wait()
  const ended = within(await screen.findByRole('dialog', { name: 'Your session has ended' }))
  await user.clear(ended.getByLabelText('User name'))
  await user.type(ended.getByLabelText('User name'), 'admin')
  await user.type(ended.getByLabelText('Password'), 'right{Enter}')
  expect(await held).toBe(false)
  await waitFor(() => expect(screen.getByRole('textbox', page)).toHaveProperty('value', ''))
})

test('when somebody else has signed in elsewhere, the window says so and does nothing', async () => {
  serve(sessionOf('demo'))
  const user = open()
  await user.type(await screen.findByRole('textbox', page), 'typed before')
  signInGate.close({ kind: 'elsewhere', session: sessionOf('admin') })
  const held = signInGate.wait()
  const name = 'admin signed in in another window'
  const dialog = within(await screen.findByRole('dialog', { name }))
  expect(screen.getByRole('textbox', page)).toHaveProperty('value', 'typed before')
  await user.click(dialog.getByRole('button', { name: 'Reload as admin' }))
  expect(await held).toBe(false)
})

test('one can leave the ended session and sign in as another', async () => {
  serve(sessionOf('demo'))
  const user = open()
  await screen.findByRole('textbox', page)
  signInGate.close({ kind: 'ended' })
  const held = signInGate.wait()
  await user.click(await screen.findByRole('button', { name: 'Sign in as another user' }))
  expect(await held).toBe(false)
  expect(await field('User name')).toHaveProperty('value', '')
  expect(screen.queryByRole('dialog')).toBeNull()
})
