import type { Story } from '#mocks/replay/stage.ts'

/** Filters, types, zones, quotas, back ends and services, as members and administrators see them. */
export const lookingAroundInCinder: Story = async ({ tell, demo, admin }) => {
  await tell('036-resource-filters', demo.cinder('GET', 'resource_filters'))
  await tell('037-types-member', demo.cinder('GET', 'types'))
  await tell('038-types-admin', admin.cinder('GET', 'types'))
  await tell('039-types-default', demo.cinder('GET', 'types/default'))
  await tell(
    '040-types-filter-extra-specs',
    demo.cinder('GET', "types?extra_specs={'multiattach':'<is> True'}"),
  )
  await tell('041-availability-zones', demo.cinder('GET', 'os-availability-zone', undefined, null))
  await tell('042-limits-volume', demo.cinder('GET', 'limits', undefined, null))
  await tell(
    '043-quota-usage',
    demo.cinder('GET', `os-quota-sets/${demo.projectId}?usage=true`, undefined, null),
  )
  await tell('044-pools-admin', admin.cinder('GET', 'scheduler-stats/get_pools?detail=true'))
  await tell('045-services-admin', admin.cinder('GET', 'os-services'))
  await tell('046-services-member', demo.cinder('GET', 'os-services'))
}

/** Servers, images and attachments as the cloud lists them. */
export const listingServersAndAttachments: Story = async ({ tell, demo, admin }) => {
  await tell('047-servers-detail', demo.nova('GET', 'servers/detail?limit=3'))
  await tell('048-servers-brief', demo.nova('GET', 'servers?limit=3'))
  await tell(
    '049-servers-detail-admin-all',
    admin.nova('GET', 'servers/detail?all_tenants=1&limit=2'),
  )
  await tell('050-servers-all-tenants-as-member', demo.nova('GET', 'servers?all_tenants=1'))
  await tell('051-images', demo.glance('GET', 'images'))
  await tell('052-attachments-list', demo.cinder('GET', 'attachments'))
  await tell('053-attachments-detail', demo.cinder('GET', 'attachments/detail'))
  await tell(
    '054-attachments-detail-all-projects',
    admin.cinder('GET', 'attachments/detail?all_tenants=1'),
  )
  await tell(
    '055-attachments-old-microversion',
    demo.cinder('GET', 'attachments', undefined, '3.20'),
  )
}
