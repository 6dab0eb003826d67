import { textAt } from '#mocks/client/json.ts'
import type { Story } from '#mocks/replay/stage.ts'

/** Extra specs and encryption of types, also of those that volumes are of. */
export const extraSpecs: Story = async ({ tell, demo, admin, volume, type }) => {
  await volume('rec2-typed', 'multiattach')
  const made = await admin.cinder('POST', 'types', {
    volume_type: { name: 'rec2-private', extra_specs: { multiattach: '<is> True' } },
  })
  const id = textAt(made.body, 'volume_type', 'id')
  const set = (specs: object, who = admin) =>
    who.cinder('POST', `types/${id}/extra_specs`, { extra_specs: specs })
  const one = (method: string, key: string, body?: object, which = id) =>
    admin.cinder(method, `types/${which}/extra_specs/${key}`, body)
  const no = { multiattach: '<is> False' }
  await tell('433-extra-specs-multiattach-odd-value', set({ multiattach: 'True' }))
  await tell('434-extra-specs-bad-key', set({ 'a/b': 'c' }))
  await tell('435-extra-specs-get-one', one('GET', 'multiattach'))
  await tell('436-extra-specs-get-one-404', one('GET', 'nothing'))
  await tell('437-extra-specs-set-one', one('PUT', 'multiattach', no))
  await tell('438-extra-specs-delete-one', one('DELETE', 'multiattach'))
  await tell('439-extra-specs-set-as-member', set({ multiattach: '<is> True' }, demo))
  const shareable = type('multiattach')
  await tell('440-extra-specs-change-of-type-in-use', one('PUT', 'multiattach', no, shareable))
  await tell(
    '441-extra-specs-delete-of-type-in-use',
    one('DELETE', 'multiattach', undefined, shareable),
  )

  const encryptionOf = (which: string, who = admin) =>
    who.cinder('GET', `types/${which}/encryption`)
  await tell('442-type-encryption-get', encryptionOf(type('encrypted')))
  await tell('443-type-encryption-get-none', encryptionOf(shareable))
  await tell('444-type-encryption-get-member', encryptionOf(type('encrypted'), demo))
  await tell(
    '445-type-encryption-of-type-in-use',
    admin.cinder('POST', `types/${shareable}/encryption`, {
      encryption: { provider: 'luks', control_location: 'front-end' },
    }),
  )
}
