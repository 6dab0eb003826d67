import { signIn } from '#mocks/client/person.ts'
import type { Story } from '#mocks/replay/stage.ts'

const hours = 3_600_000

/** Requests with a token that has expired, and without any. */
export const tokensThatHaveEnded: Story = async ({ tell, target, pause, demo, nobody }) => {
  await pause(5 * hours)
  await tell('212-expired-token-keystone', demo.keystone('GET', 'auth/projects'))
  await tell('213-expired-token-cinder', demo.cinder('GET', 'volumes', undefined, null))
  await tell('214-expired-token-nova', demo.nova('GET', 'servers', undefined, null))
  await tell('215-expired-token-glance', demo.glance('GET', 'images'))
  await tell(
    '216-expired-token-rescope',
    nobody.keystone('POST', 'auth/tokens', {
      auth: { identity: { methods: ['token'], token: { id: demo.token } } },
    }),
  )
  const admin = await signIn(target, 'admin', 'demo')
  await tell(
    '217-expired-token-validate',
    admin.ask('identity', 'GET', '/v3/auth/tokens', { headers: { 'x-subject-token': demo.token } }),
  )
  await tell('218-no-token-keystone', nobody.keystone('GET', 'auth/projects'))
  await tell('219-no-token-cinder', nobody.cinder('GET', 'volumes', undefined, null))
}
