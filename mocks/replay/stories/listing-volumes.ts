import { listAt, textAt } from '#mocks/client/json.ts'
import type { Story } from '#mocks/replay/stage.ts'

/** Lists of volumes: counted, in pages, filtered, of all projects, and in versions that there are not. */
export const listingVolumes: Story = async ({ tell, demo, admin }) => {
  const list = (query: string) => demo.cinder('GET', `volumes/detail?${query}`)
  await tell('021-volumes-detail-3.0', demo.cinder('GET', 'volumes/detail', undefined, null))
  await tell('022-volumes-detail-3.70', list('with_count=true'))
  await tell('023-volumes-detail-admin', admin.cinder('GET', 'volumes/detail?all_tenants=1'))
  await tell('024-volumes-detail-all-tenants-as-member', list('all_tenants=1'))
  await tell('025-volumes-page-1', list('limit=2&with_count=true&sort=name:asc'))
  const page = await tell(
    '026-volumes-summary',
    demo.cinder('GET', 'volumes?limit=2&sort=name:asc'),
  )
  const marker = textAt(listAt(page.body, 'volumes').at(-1), 'id')
  await tell('027-volumes-page-2', list(`limit=2&sort=name:asc&marker=${marker}`))
  await tell('028-volumes-page-offset', list('limit=2&offset=2&sort=name:asc'))
  await tell('029-volumes-bad-marker', list('marker=nope'))
  await tell('030-volumes-bad-limit', list('limit=-1'))
  await tell('031-volumes-filter-name-like', list('name~=quorum'))
  await tell('032-volumes-filter-multiattach', list('multiattach=True'))
  await tell('033-volumes-filter-updated', list('updated_at=gt:2020-01-01T00:00:00'))
  await tell('034-volumes-microversion-too-new', demo.cinder('GET', 'volumes', undefined, '3.999'))
  await tell('035-servers-microversion-too-new', demo.nova('GET', 'servers', undefined, '2.999'))
}
