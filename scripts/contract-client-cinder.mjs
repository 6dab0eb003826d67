import assert from 'node:assert/strict'

/** @typedef {ReturnType<typeof import('./openstack-client.mjs').cinderAs>} Cinder */
/** @typedef {(what: string, check: () => boolean) => Promise<void>} Until */

/** @param {Record<string, string>[]} rows a table of properties and values */
const fields = (rows) => Object.fromEntries(rows.map(({ Property, Value }) => [Property, Value]))

/**
 * What people do with the `cinder` client: volumes, snapshots, types, attachments, transfers, quotas, groups, services.
 * @param {Cinder} demo @param {Cinder} admin @param {string} projectId whose quota is changed @param {Until} until
 */
export async function tellCinderStory(demo, admin, projectId, until) {
  /** @param {string} id */
  const show = (id) => fields(demo.rows('show', id))
  /** @param {string} id @param {string} status */
  const becomes = (id, status) => until(`${id} is ${status}`, () => show(id).status === status)
  /** @param {string} words @param {string} id */
  const lists = (words, id) => demo.rows(words).some((row) => row.ID === id || row.Id === id)

  const made = fields(
    demo.rows('create 1 --name cinder-disk --metadata team=db --volume-type standard'),
  )
  const id = made.id
  await becomes(id, 'available')
  demo.tell('rename', id, 'cinder share', '--description', 'two words')
  assert.equal(show(id).name, 'cinder share')
  assert.ok(lists('list', id))
  assert.ok(!lists('list --name cinder-none --sort name:asc --limit 50', id))
  assert.ok(lists('list --status available --filters metadata={team:db}', id))
  demo.tell('metadata', id, 'set', 'tier=gold', 'note=a b')
  demo.tell('metadata', id, 'unset', 'tier')
  demo.tell('extend', id, '2')
  await until('it has grown', () => show(id).size === '2')
  await becomes(id, 'available')
  demo.tell('set-bootable', id, 'true')
  demo.tell('readonly-mode-update', id, 'True')
  demo.tell('readonly-mode-update', id, 'False')
  demo.tell('image-metadata', id, 'set', 'os_distro=debian')
  demo.tell('image-metadata-show', id)
  demo.tell('image-metadata', id, 'unset', 'os_distro')

  const snapshot = fields(demo.rows('snapshot-create --name s1 --metadata a=b', id)).id
  await until('the snapshot is there', () =>
    demo.rows('snapshot-list').some((row) => row.ID === snapshot && row.Status === 'available'),
  )
  demo.tell('snapshot-rename', snapshot, 's2')
  demo.tell('snapshot-metadata', snapshot, 'set', 'c=d')
  admin.tell('snapshot-reset-state', '--state', 'error', snapshot)
  admin.tell('snapshot-reset-state', '--state', 'available', snapshot)
  demo.tell('snapshot-delete', snapshot)
  await until('the snapshot is gone', () => !lists('snapshot-list', snapshot))

  const attachment = fields(
    demo.rows(
      'attachment-create --connect True --host here --mountpoint /dev/vdb',
      id,
      '00000000-0000-4000-8000-00000000000a',
    ),
  ).id
  assert.ok(demo.rows('attachment-list').length > 0)
  demo.tell('attachment-show', attachment)
  demo.tell('attachment-complete', attachment)
  await becomes(id, 'in-use')
  demo.tell('attachment-delete', attachment)
  await becomes(id, 'available')

  const transfer = fields(demo.rows('transfer-create --name gift', id))
  demo.tell('transfer-list')
  demo.tell('transfer-show', transfer.id)
  demo.tell('transfer-accept', transfer.id, transfer.auth_key)
  await becomes(id, 'available')

  const [kind] = admin.rows('type-create cinder-type --description x --is-public False')
  const type = kind?.ID ?? ''
  admin.tell('type-key', type, 'set', 'multiattach=<is> True')
  admin.tell('type-key', type, 'unset', 'multiattach')
  admin.tell('type-access-add', '--volume-type', type, '--project-id', projectId)
  admin.tell('type-access-list', '--volume-type', type)
  admin.tell('type-access-remove', '--volume-type', type, '--project-id', projectId)
  admin.tell('type-update', type, '--name', 'cinder-kind')
  admin.tell(
    'encryption-type-create',
    type,
    'luks',
    '--cipher',
    'aes',
    '--key-size',
    '256',
    '--control-location',
    'front-end',
  )
  admin.tell('encryption-type-show', type)
  admin.tell('encryption-type-delete', type)
  admin.tell('type-delete', type)
  demo.tell('type-default')
  demo.tell('type-list')

  admin.tell('quota-update', projectId, '--volumes', '200', '--volume-type', 'standard')
  admin.tell('quota-update', projectId, '--gigabytes', '9000')
  admin.tell('quota-usage', projectId)
  admin.tell('quota-show', projectId)
  admin.tell('quota-defaults', projectId)
  admin.tell('quota-delete', projectId)
  admin.tell('quota-class-show', 'default')
  admin.tell('quota-class-update', 'cinder-class', '--volumes', '12')

  for (const words of [
    'absolute-limits',
    'availability-zone-list',
    'message-list',
    'group-list',
    'group-type-list',
    'group-snapshot-list',
    'backup-list',
    'list-filters',
    'version-list',
    'summary',
    'qos-list --help',
  ])
    demo.tell(words)
  for (const words of [
    'service-list',
    'service-list --binary cinder-volume --withreplication',
    'get-pools --detail',
    'get-capabilities vm@shared',
    'extra-specs-list',
    'qos-list',
    'cluster-list',
    'manageable-list vm@shared#shared',
    'service-disable vm cinder-scheduler --reason test',
    'service-enable vm cinder-scheduler',
    'freeze-host vm@shared',
    'thaw-host vm@shared',
    'list --all-tenants 1',
    'default-type-list',
  ])
    admin.tell(words)
  admin.tell('reset-state', id, '--state', 'error')
  admin.tell('reset-state', id, '--state', 'available')
  demo.tell('delete', id)
  await until('the volume is gone', () => !lists('list', id))
}
