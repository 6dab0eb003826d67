import type { Story } from '#mocks/replay/stage.ts'

import { nothing } from './nothing.ts'

/** Pages, filters and refusals of Nova's list of instances. */
export const listingServers: Story = async (stage) => {
  const { tell, demo, reader, admin, server, attach, volume, pause } = stage
  await attach(server('node-01'), await volume('rec2-state', 'multiattach'))
  await pause(3000)
  const list = (query: string, who = demo, version = '2.93') =>
    who.nova('GET', `servers${query}`, undefined, version)
  const byName = '?limit=2&sort_key=display_name&sort_dir=asc'
  await tell('761-servers-page-1', list(byName))
  await tell('762-servers-page-2', list(`${byName}&marker=${server('node-02')}`))
  await tell('763-servers-detail-2.1', list('/detail?limit=1', demo, '2.1'))
  await tell('764-servers-detail-2.3', list('/detail?limit=1', demo, '2.3'))
  await tell('765-servers-limit-negative', list('?limit=-1'))
  await tell('766-servers-bad-marker', list(`?marker=${nothing}`))
  await tell('767-servers-bad-sort-key', list('?sort_key=colour'))
  await tell('768-servers-filter-name', list('?name=node-0[12]'))
  await tell('769-servers-filter-status', list('/detail?status=ACTIVE&limit=1'))
  await tell('770-servers-filter-bad-status', list('?status=happy'))
  await tell('771-servers-filter-unknown', list('?colour=blue&limit=1'))
  await tell('772-servers-filter-host-as-member', list('?host=compute-sharing&limit=1'))
  await tell('773-servers-all-tenants-as-admin', list('?all_tenants=1&limit=1', admin))
  await tell('774-servers-changes-since-bad', list('?changes-since=yesterday'))
  await tell('775-servers-as-reader', list('?limit=1', reader))
  await tell('776-server-404', list(`/${nothing}`))
  await tell('777-server-bad-uuid', list('/nope'))
  await tell('778-server-get-admin', list(`/${server('node-01')}`, admin))
}

/** What was done with an instance, page by page. */
export const readingAServersLog: Story = async (stage) => {
  const { tell, demo, server, attach, detach, volume, pause } = stage
  const one = server('node-04')
  const volumes = [
    await volume('rec2-1', 'multiattach'),
    await volume('rec2-2', 'multiattach'),
    await volume('rec2-3', 'multiattach'),
  ]
  for (const held of volumes) {
    await attach(one, held)
    await pause(3000)
  }
  for (const held of volumes.slice(0, 1)) {
    await detach(one, held)
    await pause(3000)
    await attach(one, held)
    await pause(3000)
  }
  const log = (query: string, version = '2.93') =>
    demo.nova('GET', `servers/${one}/os-instance-actions${query}`, undefined, version)
  await tell('779-server-actions', log('?limit=2'))
  await tell('780-server-actions-2.57', log('?limit=2', '2.57'))
  await tell('781-server-action-404', log(`/req-${nothing}`))
}

/** Cinder's volumes, for clients that know Nova only. */
export const volumesThroughNova: Story = async ({ tell, demo, server, attach, volume, pause }) => {
  for (const name of ['rec2-swap-to', 'rec2-root', 'rec2-race']) await volume(name, 'multiattach')
  for (const name of ['rec2-plain', 'rec2-swap-to-plain']) await volume(name, 'standard')
  await attach(server('node-06'), await volume('rec2-share', 'multiattach'))
  await pause(3000)
  const ask = (version: string) => demo.nova('GET', 'os-volumes', undefined, version)
  await tell('788-nova-os-volumes-proxy', ask('2.35'))
  await tell('789-nova-os-volumes-proxy-2.36', ask('2.36'))
}

/** What else Nova and Glance tell. */
export const lookingAroundInNova: Story = async ({ tell, demo, admin, image }) => {
  const ask = (path: string, who = demo, version = '2.93') =>
    who.nova('GET', path, undefined, version)
  await tell('782-flavors-detail', ask('flavors/detail'))
  await tell('783-nova-availability-zones', ask('os-availability-zone'))
  await tell('784-nova-availability-zones-detail-member', ask('os-availability-zone/detail'))
  await tell('785-nova-services-member', ask('os-services'))
  await tell('786-nova-services-admin', ask('os-services', admin))
  await tell('787-hypervisors-admin', ask('os-hypervisors', admin))
  await tell('792-image-get', demo.glance('GET', `images/${image('tiny')}`))
  await tell('793-image-404', demo.glance('GET', `images/${nothing}`))
  await tell('794-images-filter', demo.glance('GET', 'images?status=active&limit=1&sort=name:asc'))
  await tell('795-images-bad-marker', demo.glance('GET', `images?marker=${nothing}`))
}
