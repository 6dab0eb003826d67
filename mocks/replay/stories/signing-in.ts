import { textAt } from '#mocks/client/json.ts'
import { authenticate, personWith } from '#mocks/client/person.ts'
import type { Story } from '#mocks/replay/stage.ts'

/** Versions without a token, tokens with and without a project, and tokens that are none. */
export const signingIn: Story = async ({ tell, target, nobody }) => {
  await tell('001-versions-keystone', nobody.ask('identity', 'GET', '/'))
  await tell('002-versions-cinder', nobody.ask('volume', 'GET', '/'))
  await tell('003-versions-nova', nobody.ask('compute', 'GET', '/'))
  await tell('004-versions-glance', nobody.ask('image', 'GET', '/'))
  await tell('005-version-keystone-v3', nobody.ask('identity', 'GET', '/v3'))
  await tell('006-version-cinder-v3', nobody.ask('volume', 'GET', '/v3/'))
  await tell('007-version-nova-v21', nobody.ask('compute', 'GET', '/v2.1/'))
  const unscoped = await tell('008-auth-unscoped', authenticate(target, { user: 'demo' }))
  await tell('009-auth-wrong-password', authenticate(target, { user: 'demo', password: 'nope' }))
  await tell('010-auth-unknown-project', authenticate(target, { user: 'demo', project: 'nope' }))
  const scoped = await tell(
    '011-auth-scoped',
    authenticate(target, { user: 'demo', project: 'demo' }),
  )
  await tell('012-auth-scoped-admin', authenticate(target, { user: 'admin', project: 'demo' }))
  await tell('013-auth-scoped-reader', authenticate(target, { user: 'reader', project: 'demo' }))
  const project = textAt(scoped.body, 'token', 'project', 'id')
  const token = unscoped.headers.get('x-subject-token') ?? ''
  const someone = personWith(target, token, project)
  const demo = personWith(target, scoped.headers.get('x-subject-token') ?? '', project)
  await tell('014-auth-projects', someone.keystone('GET', 'auth/projects'))
  await tell('015-auth-catalog', demo.keystone('GET', 'auth/catalog'))
  await tell(
    '016-auth-token-validate',
    demo.ask('identity', 'GET', '/v3/auth/tokens', { headers: { 'x-subject-token': demo.token } }),
  )
  await tell(
    '017-auth-rescope',
    nobody.keystone('POST', 'auth/tokens', {
      auth: {
        identity: { methods: ['token'], token: { id: token } },
        scope: { project: { id: project } },
      },
    }),
  )
  const stranger = personWith(target, 'bad-token', project)
  await tell('018-auth-bad-token', stranger.keystone('GET', 'auth/projects'))
  await tell('019-volumes-bad-token', stranger.cinder('GET', 'volumes', undefined, null))
  await tell('020-servers-no-token', nobody.nova('GET', 'servers', undefined, null))
  await tell(
    '172-auth-revoke',
    someone.ask('identity', 'DELETE', '/v3/auth/tokens', { headers: { 'x-subject-token': token } }),
  )
  await tell('173-auth-projects-after-revoke', someone.keystone('GET', 'auth/projects'))
}
