import { textAt } from '#mocks/client/json.ts'
import type { Story } from '#mocks/replay/stage.ts'

/** Changes of a shareable volume's type: to one that is encrypted too, to encrypted ones, to a plain one. */
export const retypingVolumes: Story = async (stage) => {
  const { tell, demo, reader, admin, volume, show, act, pause } = stage
  const id = await volume('rec2-typed', 'multiattach')
  const made = await tell(
    '446-type-create-both',
    admin.cinder('POST', 'types', {
      volume_type: { name: 'rec2-both', extra_specs: { multiattach: '<is> True' } },
    }),
  )
  await tell(
    '447-type-both-add-encryption',
    admin.cinder('POST', `types/${textAt(made.body, 'volume_type', 'id')}/encryption`, {
      encryption: {
        provider: 'luks',
        cipher: 'aes-xts-plain64',
        key_size: 256,
        control_location: 'front-end',
      },
    }),
  )
  await volume('rec2-both', 'rec2-both', { label: '448-create-volume-of-type-both' })

  const retype = (new_type: string, migration_policy: string, who = demo) =>
    act(id, { 'os-retype': { new_type, migration_policy } }, who)
  const messages = () => demo.cinder('GET', `messages?resource_uuid=${id}`)
  await tell('449-retype-multiattach-to-both', retype('rec2-both', 'on-demand'))
  await pause(3000)
  await tell('450-volume-after-retype-to-both', show(id))
  await tell('451-messages-after-retype-to-both', messages())
  await tell('452-retype-to-encrypted', retype('encrypted', 'never'))
  await pause(3000)
  await tell('453-volume-after-retype-to-encrypted-never', show(id))
  await tell('454-messages-after-retype-to-encrypted-never', messages())
  await tell('455-retype-unknown-type', retype('nope', 'never'))
  await tell('456-retype-bad-policy', retype('standard', 'maybe'))
  await tell('457-retype-as-reader', retype('standard', 'never', reader))
  await tell('458-retype-to-plain-on-demand', retype('standard', 'on-demand'))
  await tell('459-volume-while-retyping', show(id))
  await pause(5000)
  await tell('460-volume-after-retype-on-demand', show(id, admin))
}
