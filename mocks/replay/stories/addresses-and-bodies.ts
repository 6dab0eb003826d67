import type { Story } from '#mocks/replay/stage.ts'

const nothing = '00000000-0000-0000-0000-000000000000'

/** Addresses that lead nowhere or to another project, and bodies that are not what they should be. */
export const addressesAndBodies: Story = async ({ tell, demo, admin, other, server }) => {
  const project = demo.projectId
  await tell('272-cinder-v2', demo.ask('volume', 'GET', `/v2/${project}/volumes`))
  const elsewhere = `/v3/${other.projectId}/volumes`
  await tell('273-cinder-other-project-in-url', demo.ask('volume', 'GET', elsewhere))
  await tell('274-cinder-other-project-in-url-admin', admin.ask('volume', 'GET', elsewhere))
  const withoutProject = (version: string) =>
    demo.ask('volume', 'GET', '/v3/volumes?limit=1', {
      headers: { 'openstack-api-version': `volume ${version}` },
    })
  await tell('275-cinder-no-project-in-url', withoutProject('3.67'))
  await tell('276-cinder-no-project-in-url-old', withoutProject('3.66'))
  await tell('277-cinder-trailing-slash', demo.cinder('GET', 'volumes/'))
  await tell('278-cinder-unknown-path', demo.cinder('GET', 'nothing', undefined, null))
  await tell('279-cinder-wrong-method', demo.cinder('PATCH', 'volumes', {}, null))
  await tell('280-cinder-not-json', demo.cinder('POST', 'volumes', '{', null))
  await tell(
    '281-cinder-text-plain',
    demo.ask('volume', 'POST', `/v3/${project}/volumes`, {
      headers: { 'content-type': 'text/plain' },
      body: '{"volume":{"size":1}}',
    }),
  )
  await tell('282-cinder-empty-body', demo.cinder('POST', 'volumes', '', null))
  await tell('283-cinder-wrong-root', demo.cinder('POST', 'volumes', { vol: { size: 1 } }, null))

  await tell('284-nova-unknown-path', demo.nova('GET', 'nothing', undefined, null))
  const attach = (volumeAttachment: object) =>
    demo.nova(
      'POST',
      `servers/${server('node-01')}/os-volume_attachments`,
      { volumeAttachment },
      '2.89',
    )
  await tell('286-nova-extra-field', attach({ volumeId: nothing, mode: 'ro' }))
  await tell('287-nova-attach-bad-uuid', attach({ volumeId: 'nope' }))
  await tell(
    '288-nova-project-in-url',
    demo.ask('compute', 'GET', `/v2.1/${project}/servers?limit=1`),
  )
  await tell('289-nova-v2', demo.ask('compute', 'GET', '/v2/servers?limit=1'))
  await tell('290-nova-v2.1-without-slash', demo.ask('compute', 'GET', '/v2.1'))
  await tell('291-cinder-v3-without-slash', demo.ask('volume', 'GET', '/v3'))
}
