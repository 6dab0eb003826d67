import type { Story } from '#mocks/replay/stage.ts'

/** What administrators ask Cinder, and what this cloud has not. */
export const runningTheStorage: Story = async (stage) => {
  const { tell, demo, admin, server, attach, volume, act, pause } = stage
  const used = await volume('rec2-used', 'multiattach')
  await attach(server('node-07'), used)
  await pause(3000)
  const elsewhere = { host: 'x@y#z' }
  await tell('722-migrate-as-member', act(used, { 'os-migrate_volume': elsewhere }))
  await tell(
    '723-migrate-to-unknown-host',
    act(used, { 'os-migrate_volume': { ...elsewhere, force_host_copy: false } }, admin),
  )
  await tell('724-unmanage-in-use', act(used, { 'os-unmanage': {} }, admin))
  await tell('725-os-unknown-empty', act(used, {}))
  await tell('726-backups', demo.cinder('GET', 'backups/detail'))
  await tell(
    '727-backup-create-no-service',
    demo.cinder('POST', 'backups', { backup: { volume_id: used, name: 'no', force: true } }),
  )
  await tell('728-groups', demo.cinder('GET', 'groups/detail'))
  await tell('729-group-types', demo.cinder('GET', 'group_types'))
  await tell('730-extensions', demo.cinder('GET', 'extensions'))
  await tell('731-scheduler-pools-member', demo.cinder('GET', 'scheduler-stats/get_pools'))
  await tell('732-hosts-admin', admin.cinder('GET', 'os-hosts'))
  await tell(
    '733-service-disable',
    admin.cinder('PUT', 'os-services/disable-log-reason', {
      binary: 'cinder-volume',
      host: 'none@none',
      disabled_reason: 'x',
    }),
  )
  await tell('734-services-filter-binary', admin.cinder('GET', 'os-services?binary=cinder-volume'))
}
