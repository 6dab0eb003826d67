import { textAt } from '#mocks/client/json.ts'
import type { Stage, Story } from '#mocks/replay/stage.ts'

/** Six gigabytes besides what the cloud holds, which the refusal for the quota counts. */
async function takeFurtherGigabytes({ demo, volume }: Pick<Stage, 'demo' | 'volume'>) {
  const share = await volume('rec-share', 'multiattach', { size: 2 })
  await demo.cinder('POST', 'snapshots', { snapshot: { volume_id: share, name: 'rec-snap' } })
  await volume('rec-flag-350', 'standard')
  await volume('rec-nowhere', 'multiattach-nowhere')
}

/** Actions on a volume that nobody holds: size, type, flags, states and an image. */
export const changingVolumes: Story = async ({ tell, pause, demo, admin, volume, show, act }) => {
  const plain = await volume('rec-plain', 'standard')
  await takeFurtherGigabytes({ demo, volume })
  const extend = (size: number) => act(plain, { 'os-extend': { new_size: size } })
  const retype = (type: string) =>
    act(plain, { 'os-retype': { new_type: type, migration_policy: 'never' } })
  const reset = { 'os-reset_status': { status: 'error' } }
  await tell('137-extend', extend(2))
  await pause(3000)
  await tell('138-extend-smaller', extend(1))
  await tell('139-extend-over-quota', extend(99_999_999))
  await tell('140-retype-to-multiattach', retype('multiattach'))
  await pause(3000)
  await tell('141-volume-after-retype-without-migration', show(plain))
  await tell('142-retype-to-same', retype('standard'))
  const readOnly = (on: boolean) => act(plain, { 'os-update_readonly_flag': { readonly: on } })
  await tell('143-readonly-flag', readOnly(true))
  await tell('144-volume-readonly', show(plain))
  await tell('145-readonly-flag-off', readOnly(false))
  await tell('146-bootable-flag', act(plain, { 'os-set_bootable': { bootable: true } }))
  await tell('147-reset-status-as-member', act(plain, reset))
  await tell('148-reset-status-as-admin', act(plain, reset, admin))
  await tell(
    '149-reset-status-back',
    act(plain, { 'os-reset_status': { status: 'available' } }, admin),
  )
  await tell(
    '150-upload-to-image',
    act(plain, {
      'os-volume_upload_image': {
        image_name: 'rec-image',
        disk_format: 'raw',
        container_format: 'bare',
      },
    }),
  )
  await pause(3000)
  await tell('151-unknown-action', act(plain, { 'os-dance': {} }))
}

/** Metadata, and a transfer that is taken back. */
export const describingAndGivingVolumes: Story = async ({ tell, demo, volume }) => {
  const plain = await volume('rec-plain', 'standard')
  const metadata = `volumes/${plain}/metadata`
  await tell('152-metadata-set', demo.cinder('POST', metadata, { metadata: { team: 'db' } }))
  await tell('153-metadata-delete', demo.cinder('DELETE', `${metadata}/team`))
  const made = await tell(
    '154-transfer-create',
    demo.cinder('POST', 'volume-transfers', { transfer: { volume_id: plain, name: 'rec' } }),
  )
  await tell('155-transfers', demo.cinder('GET', 'volume-transfers/detail'))
  const path = `volume-transfers/${textAt(made.body, 'transfer', 'id')}`
  await tell(
    '156-transfer-accept-wrong-key',
    demo.cinder('POST', `${path}/accept`, { accept: { auth_key: 'wrong' } }),
  )
  await tell('157-transfer-delete', demo.cinder('DELETE', path))
}
