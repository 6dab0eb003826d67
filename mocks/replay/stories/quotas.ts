import type { Story } from '#mocks/replay/stage.ts'

/** Quotas: reading and setting them, and what is refused where they are used up. */
export const quotas: Story = async ({ tell, demo, reader, admin, other, volume, pause }) => {
  const path = `os-quota-sets/${demo.projectId}`
  const set = (quota_set: object, who = admin) => who.cinder('PUT', path, { quota_set })
  await tell('481-quota-get', demo.cinder('GET', path))
  await tell('482-quota-defaults', demo.cinder('GET', `${path}/defaults`))
  await tell(
    '483-quota-other-project-as-member',
    demo.cinder('GET', `os-quota-sets/${other.projectId}`),
  )
  await tell('484-quota-set-as-member', set({ volumes: 5 }, demo))
  await tell('485-quota-set-not-a-number', set({ volumes: 'many' }))
  await tell('486-quota-set-unknown-key', set({ colours: 5 }))

  const refused = (label: string, wish: object = {}) =>
    volume('rec2-no', 'multiattach', { label, ...wish })
  await set({ volumes: 4 })
  await refused('487-create-over-quota-of-volumes')
  await tell('488-limits-at-quota', demo.cinder('GET', 'limits'))
  await set({ volumes: 20_000, volumes_multiattach: 2 })
  await refused('489-create-over-quota-of-type')
  await set({ volumes_multiattach: -1, gigabytes: 36 })
  await refused('490-create-over-quota-of-gigabytes')
  await set({ gigabytes: 1_000_000, per_volume_gigabytes: 5 })
  await refused('491-create-over-per-volume-gigabytes', { size: 6 })
  await set({ per_volume_gigabytes: -1, snapshots: 0 })
  const id = await volume('rec2-quota', 'multiattach')
  await tell(
    '492-snapshot-over-quota',
    demo.cinder('POST', 'snapshots', { snapshot: { volume_id: id, name: 'no' } }),
  )
  await set({ snapshots: 200 })
  await demo.cinder('DELETE', `volumes/${id}`)
  await pause(3000)
  await tell('493-limits-nova', demo.nova('GET', 'limits'))
  await tell('494-limits-as-reader', reader.cinder('GET', 'limits'))
  await tell('495-quota-nova', demo.nova('GET', `os-quota-sets/${demo.projectId}/detail`))
}
