import type { Story } from '#mocks/replay/stage.ts'

const nothing = '00000000-0000-0000-0000-000000000000'

/** Types that can't be deleted, the type that a project gets by itself, and QoS. */
export const defaultTypes: Story = async ({ tell, demo, admin, type }) => {
  await tell('461-type-delete-in-use', admin.cinder('DELETE', `types/${type('standard')}`))
  await tell('462-type-delete-404', admin.cinder('DELETE', `types/${nothing}`))
  const all = (method: string, path = '', body?: object) =>
    admin.ask('volume', method, `/v3/default-types${path}`, {
      headers: { 'openstack-api-version': 'volume 3.70' },
      body,
    })
  await tell('463-default-types-admin', all('GET'))
  await tell(
    '464-default-type-set',
    all('PUT', `/${demo.projectId}`, { default_type: { volume_type: 'multiattach' } }),
  )
  await tell('465-types-default-after-set', demo.cinder('GET', 'types/default'))
  await tell('466-default-type-unset', all('DELETE', `/${demo.projectId}`))
  await tell('467-qos-specs-admin', admin.cinder('GET', 'qos-specs'))
  await tell('468-qos-specs-member', demo.cinder('GET', 'qos-specs'))
}
