import type { Story } from '#mocks/replay/stage.ts'

const inProject = (name: string) => ({ project: { name, domain: { id: 'default' } } })

/** What Keystone says to who may not sign in, or asks in a way that it does not understand. */
export const beingRefusedAToken: Story = async ({ tell, target, demo, nobody }) => {
  const signInWith = (auth: object, query = '') =>
    nobody.ask('identity', 'POST', `/v3/auth/tokens${query}`, { body: { auth } })
  const passwordOf = (name: string, domain: object = { id: 'default' }) => ({
    methods: ['password'],
    password: { user: { name, domain, password: target.password } },
  })

  await tell(
    '201-auth-no-role-in-project',
    signInWith({ identity: passwordOf('demo'), scope: inProject('admin') }),
  )
  await tell(
    '202-auth-unknown-user',
    signInWith({ identity: passwordOf('nobody'), scope: inProject('demo') }),
  )
  await tell('203-auth-empty-body', nobody.keystone('POST', 'auth/tokens', {}))
  await tell('204-auth-no-methods', signInWith({ identity: {} }))
  await tell(
    '205-auth-unknown-method',
    signInWith({ identity: { methods: ['oracle'], oracle: {} } }),
  )
  await tell('206-auth-not-json', nobody.keystone('POST', 'auth/tokens', '{'))
  await tell(
    '207-auth-unknown-domain',
    signInWith({ identity: passwordOf('demo', { name: 'nope' }) }),
  )
  await tell(
    '208-auth-nocatalog',
    signInWith(
      { identity: passwordOf('demo'), scope: { project: { id: demo.projectId } } },
      '?nocatalog',
    ),
  )
  await tell(
    '209-auth-domain-scope-without-role',
    signInWith({ identity: passwordOf('demo'), scope: { domain: { id: 'default' } } }),
  )
  const system = { system: { all: true } }
  await tell(
    '210-auth-system-scope-admin',
    signInWith({ identity: passwordOf('admin'), scope: system }),
  )
  await tell(
    '211-auth-system-scope-as-member',
    signInWith({ identity: passwordOf('demo'), scope: system }),
  )
}
