import { expect, test } from 'vitest'

import { textAt } from '#mocks/client/json.ts'
import {
  askForToken,
  byPassword,
  type Person,
  personWith,
  signIn,
  tokenOf,
} from '#mocks/client/person.ts'

import { embeddedTarget } from './embedded-target.ts'

const setting = () => {
  const { target, cloud } = embeddedTarget()
  const idOf = (name: string) => cloud.identity.userNamed(name)?.id ?? ''
  return { target, idOf, project: (name: string) => cloud.identity.projectNamed(name)?.id }
}

const lookAt = async (person: Person, id: string) => {
  const { status, body } = await person.keystone('GET', `users/${id}`)
  return { status, body, message: status === 200 ? '' : textAt(body, 'error', 'message') }
}

test('people see themselves, also with a token without a project', async () => {
  const { target, idOf } = setting()
  const reply = await askForToken(target, {
    identity: byPassword(target, 'demo'),
    scope: 'unscoped',
  })
  const id = idOf('demo')
  expect((await lookAt(personWith(target, tokenOf(reply), ''), id)).body).toEqual({
    user: {
      id,
      name: 'demo',
      domain_id: 'default',
      enabled: true,
      password_expires_at: null,
      options: {},
      links: { self: `http://cloud.test/cloud/identity/v3/users/${id}` },
    },
  })
})

test('a default project is told to those who have one', async () => {
  const { target, idOf, project } = setting()
  const person = await signIn(target, 'has-default', 'demo')
  const { body } = await lookAt(person, idOf('has-default'))
  expect(textAt(body, 'user', 'default_project_id')).toBe(project('research'))
})

test('others are shown to administrators only', async () => {
  const { target, idOf } = setting()
  const demo = await signIn(target, 'demo', 'demo')
  const refused = 'You are not authorized to perform the requested action: identity:get_user.'
  for (const id of [idOf('reader'), 'nobody'])
    expect(await lookAt(demo, id)).toMatchObject({ status: 403, message: refused })
  const admin = await signIn(target, 'admin', 'admin')
  expect(textAt((await lookAt(admin, idOf('reader'))).body, 'user', 'name')).toBe('reader')
  const nobody = { status: 404, message: 'Could not find user: nobody.' }
  expect(await lookAt(admin, 'nobody')).toMatchObject(nobody)
})
