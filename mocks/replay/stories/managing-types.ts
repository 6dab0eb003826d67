import { textAt } from '#mocks/client/json.ts'
import type { Story } from '#mocks/replay/stage.ts'

/** A type that comes to be shareable and encrypted, volumes of it, and the end of both. */
export const managingTypes: Story = async ({ tell, pause, demo, admin, volume, show }) => {
  const share = await volume('rec-share', 'multiattach')
  const made = await tell(
    '158-type-create',
    admin.cinder('POST', 'types', {
      volume_type: {
        name: 'rec-type',
        description: 'for recording',
        'os-volume-type-access:is_public': true,
      },
    }),
  )
  const type = textAt(made.body, 'volume_type', 'id')
  await tell(
    '159-type-create-duplicate',
    admin.cinder('POST', 'types', { volume_type: { name: 'rec-type' } }),
  )
  await tell(
    '160-type-create-as-member',
    demo.cinder('POST', 'types', { volume_type: { name: 'rec-type2' } }),
  )
  const specs = `types/${type}/extra_specs`
  await tell(
    '161-type-extra-specs-set',
    admin.cinder('POST', specs, { extra_specs: { multiattach: '<is> True' } }),
  )
  await tell('162-type-extra-specs-get', admin.cinder('GET', specs))
  await tell('163-type-extra-specs-get-member', demo.cinder('GET', specs))
  await tell(
    '164-type-encryption-on-multiattach',
    admin.cinder('POST', `types/${type}/encryption`, {
      encryption: {
        provider: 'luks',
        cipher: 'aes-xts-plain64',
        key_size: 256,
        control_location: 'front-end',
      },
    }),
  )
  await volume('rec-encrypted-shared', 'rec-type', {
    label: '165-create-encrypted-and-multiattach',
  })
  await volume('rec-encrypted', 'encrypted', { label: '166-create-encrypted' })
  await tell(
    '167-type-encryption-delete',
    admin.cinder('DELETE', `types/${type}/encryption/provider`),
  )
  const snapshot = await demo.cinder('POST', 'snapshots', {
    snapshot: { volume_id: share, name: 'rec-snap' },
  })
  await pause(2000)
  await tell(
    '168-snapshot-delete',
    demo.cinder('DELETE', `snapshots/${textAt(snapshot.body, 'snapshot', 'id')}`),
  )
  await pause(3000)
  await tell('169-volume-delete', demo.cinder('DELETE', `volumes/${share}`))
  await pause(4000)
  await tell('170-type-delete', admin.cinder('DELETE', `types/${type}`))
  await tell('171-volume-get-after-delete', show(share))
}
