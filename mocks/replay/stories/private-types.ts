import { textAt } from '#mocks/client/json.ts'
import type { Story } from '#mocks/replay/stage.ts'

const nothing = '00000000-0000-0000-0000-000000000000'

/** A type that only some projects may use. */
export const privateTypes: Story = async ({ tell, demo, admin, volume, type }) => {
  const shareable = type('multiattach')
  const show = (id: string) => demo.cinder('GET', `types/${id}`)
  await tell('411-type-get-member', show(shareable))
  await tell('412-type-get-404', show(nothing))
  await tell('413-type-get-by-name', show('multiattach'))
  const made = await tell(
    '414-type-create-private',
    admin.cinder('POST', 'types', {
      volume_type: {
        name: 'rec2-private',
        'os-volume-type-access:is_public': false,
        extra_specs: { multiattach: '<is> True' },
      },
    }),
  )
  const id = textAt(made.body, 'volume_type', 'id')
  await tell('415-types-member-does-not-see-private', demo.cinder('GET', 'types'))
  await tell('416-types-admin-is_public-none', admin.cinder('GET', 'types?is_public=None'))
  await tell('417-type-get-private-as-member', show(id))
  await volume('rec2-no', 'rec2-private', { label: '418-create-with-private-type-no-access' })

  const accessOf = (one: string) => admin.cinder('GET', `types/${one}/os-volume-type-access`)
  const change = (action: string, who = admin, one = id) =>
    who.cinder('POST', `types/${one}/action`, { [action]: { project: demo.projectId } })
  await tell('419-type-access-list-empty', accessOf(id))
  await tell('420-type-access-add-as-member', change('addProjectAccess', demo))
  await tell('421-type-access-add', change('addProjectAccess'))
  await tell('422-type-access-add-again', change('addProjectAccess'))
  await tell('423-type-access-list', accessOf(id))
  await tell('424-types-member-sees-private-now', demo.cinder('GET', 'types'))
  await tell('425-type-access-remove', change('removeProjectAccess'))
  await tell('426-type-access-remove-again', change('removeProjectAccess'))
  await tell('427-type-access-list-of-public', accessOf(shareable))
  await tell('428-type-access-add-to-public', change('addProjectAccess', admin, shareable))

  const update = (wish: object, who = admin) =>
    who.cinder('PUT', `types/${id}`, { volume_type: wish })
  await tell('429-type-update', update({ name: 'rec2-private-b', description: 'new words' }))
  await tell('430-type-update-empty', update({}))
  await tell('431-type-update-as-member', update({ name: 'no' }, demo))
  await tell(
    '432-type-create-no-name',
    admin.cinder('POST', 'types', { volume_type: { name: '' } }),
  )
}
