import { textAt } from '#mocks/client/json.ts'
import { authenticate, personWith, signIn } from '#mocks/client/person.ts'
import type { Story } from '#mocks/replay/stage.ts'

/** Projects, users and regions, tokens without a project, and a token that is given back. */
export const whatKeystoneKnows: Story = async ({ tell, target, demo, admin, nobody }) => {
  const own = { headers: { 'x-subject-token': demo.token } }
  await tell('220-token-head', demo.ask('identity', 'HEAD', '/v3/auth/tokens', own))
  await tell('221-auth-domains', demo.keystone('GET', 'auth/domains'))
  await tell('222-auth-system', demo.keystone('GET', 'auth/system'))
  await tell('223-projects-as-member', demo.keystone('GET', 'projects'))
  await tell('224-projects-as-admin', admin.keystone('GET', 'projects'))
  await tell('225-project-get-own-as-member', demo.keystone('GET', `projects/${demo.projectId}`))
  const unscoped = await authenticate(target, { user: 'demo' })
  const userId = textAt(unscoped.body, 'token', 'user', 'id')
  await tell('226-user-projects', demo.keystone('GET', `users/${userId}/projects`))
  await tell('227-users-as-member', demo.keystone('GET', 'users'))
  await tell('228-regions', demo.keystone('GET', 'regions'))
  await tell('229-keystone-404', demo.keystone('GET', 'nothing'))

  const token = unscoped.headers.get('x-subject-token') ?? ''
  const someone = personWith(target, token, demo.projectId)
  await tell('230-unscoped-token-cinder', someone.cinder('GET', 'volumes', undefined, null))
  await tell('231-unscoped-token-nova', someone.nova('GET', 'servers', undefined, null))

  const leaving = await signIn(target, 'demo', 'demo')
  await tell(
    '232-token-revoke',
    leaving.ask('identity', 'DELETE', '/v3/auth/tokens', {
      headers: { 'x-subject-token': leaving.token },
    }),
  )
  await tell('234-revoked-token-keystone', leaving.keystone('GET', 'auth/projects'))

  const preflight = {
    headers: {
      origin: 'http://127.0.0.1:3000',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'x-auth-token',
    },
  }
  await tell(
    '235-cors-preflight-keystone',
    nobody.ask('identity', 'OPTIONS', '/v3/auth/tokens', preflight),
  )
  await tell(
    '236-cors-preflight-cinder',
    nobody.ask('volume', 'OPTIONS', `/v3/${demo.projectId}/volumes`, preflight),
  )
  await tell(
    '237-cors-preflight-nova',
    nobody.ask('compute', 'OPTIONS', '/v2.1/servers', preflight),
  )
  await tell('238-cors-preflight-glance', nobody.ask('image', 'OPTIONS', '/v2/images', preflight))
}
