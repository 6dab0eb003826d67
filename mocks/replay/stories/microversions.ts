import type { Story } from '#mocks/replay/stage.ts'

/** Microversions that there are and that there are not, and headers that name none. */
export const microversions: Story = async ({ tell, demo }) => {
  const volumes = (version: string) => demo.cinder('GET', 'volumes?limit=1', undefined, version)
  await tell('261-cinder-microversion-latest', volumes('latest'))
  await tell('262-cinder-microversion-not-a-number', volumes('abc'))
  await tell('263-cinder-microversion-too-old', volumes('2.0'))
  await tell('264-cinder-microversion-3.71', volumes('3.71'))
  const volumesWith = (header: string) =>
    demo.ask('volume', 'GET', `/v3/${demo.projectId}/volumes?limit=1`, {
      headers: { 'openstack-api-version': header },
    })
  await tell('265-cinder-microversion-without-service', volumesWith('3.70'))
  await tell('266-cinder-microversion-of-compute', volumesWith('compute 2.90'))

  const servers = (version: string) => demo.nova('GET', 'servers?limit=1', undefined, version)
  await tell('267-nova-microversion-latest', servers('latest'))
  await tell('268-nova-microversion-not-a-number', servers('abc'))
  await tell('269-nova-microversion-too-old', servers('2.0'))
  await tell('270-nova-microversion-2.94', servers('2.94'))
  await tell(
    '271-nova-microversion-old-header',
    demo.ask('compute', 'GET', '/v2.1/servers?limit=1', {
      headers: { 'x-openstack-nova-api-version': '2.60' },
    }),
  )
}
