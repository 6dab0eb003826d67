import type { Person } from '#mocks/client/person.ts'
import type { Story } from '#mocks/replay/stage.ts'

const nothing = '00000000-0000-0000-0000-000000000000'

/** Pages, orders and filters of the volumes. */
export const filteringVolumes: Story = async (stage) => {
  const { tell, demo, reader, admin, other, volume, show, type } = stage
  const team = { metadata: { team: 'db' } }
  const first = await volume('rec2-list-0', 'multiattach', team)
  const made = [
    first,
    await volume('rec2-list-1', 'standard', team),
    await volume('rec2-list-2', 'multiattach', { metadata: {} }),
    await volume('rec2-list-3', 'standard', { metadata: {} }),
  ]
  const ask = (name: string, query: string, who: Person = demo, version?: string) =>
    tell(name, who.cinder('GET', `volumes/detail?${query}`, undefined, version))

  await ask('301-volumes-limit-0', 'limit=0')
  await ask('302-volumes-limit-over-max', 'limit=5000')
  await ask('303-volumes-limit-not-a-number', 'limit=x')
  await ask('304-volumes-with_count-3.44', 'limit=1&with_count=true', demo, '3.44')
  await ask('305-volumes-with_count-3.45', 'limit=1&with_count=true', demo, '3.45')
  await ask('306-volumes-with_count-not-a-boolean', 'limit=1&with_count=perhaps')
  await ask('307-volumes-offset-beyond', 'offset=99999')
  await ask('308-volumes-offset-negative', 'offset=-1')
  await ask('309-volumes-marker-unknown', `marker=${nothing}`)
  await ask('310-volumes-sort-unknown-key', 'sort=colour')
  await ask('311-volumes-sort-unknown-direction', 'sort=name:up')
  await ask('312-volumes-sort-old-parameters', 'limit=2&sort_key=name&sort_dir=asc')
  await ask('313-volumes-sort-size-and-name', 'limit=2&sort=size:desc,name:asc')
  await ask('314-volumes-filter-status', 'status=in-use')
  await ask('315-volumes-filter-name', 'name=rec2-list-1')
  await ask('316-volumes-filter-metadata', "metadata={'team':'db'}")
  await ask('317-volumes-filter-bootable', 'bootable=false&limit=1')
  await ask('318-volumes-filter-availability-zone', 'availability_zone=nova&limit=1')
  await ask('319-volumes-filter-volume-type-id', `volume_type_id=${type('multiattach')}&limit=1`)
  await ask('320-volumes-filter-unknown-ignored', 'colour=blue&limit=1')
  await ask('321-volumes-filter-unknown-admin', 'colour=blue&limit=1', admin)
  await ask('322-volumes-filter-host-as-member', 'host=nothing&limit=1')
  await ask('323-volumes-filter-created_at', 'created_at=lt:2020-01-01T00:00:00')
  await ask('324-volumes-filter-id-list-not-there', `id=${nothing}`)
  await ask(
    '325-volumes-all-tenants-project-filter-admin',
    `all_tenants=1&project_id=${other.projectId}`,
    admin,
  )
  await tell('326-volumes-summary-totals', demo.cinder('GET', 'volumes/summary'))
  await tell(
    '327-volumes-summary-totals-3.11',
    demo.cinder('GET', 'volumes/summary', undefined, '3.11'),
  )
  await tell('328-volumes-as-reader', reader.cinder('GET', 'volumes?limit=1'))
  await tell('329-volume-get-of-other-project', show(first, other))
  await tell('330-volume-get-bad-uuid', show('nope'))
  for (const id of made) await demo.cinder('DELETE', `volumes/${id}`)
  await stage.pause(1000)
  await tell('331-volume-right-after-delete', show(first))
}
