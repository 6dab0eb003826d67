import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { flawsOf } from '#src/model/cloud/listed.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { ListFlaws } from '#src/parts/table/ListFlaws.tsx'
import { instancesFlawsQuery } from '#src/queries/attach/instances.ts'
import { computeServicesQuery } from '#src/queries/services/services.ts'
import { useScope } from '#src/queries/session.ts'
import { volumesQuery } from '#src/queries/volumes/volumes.ts'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'
import { PageFrame } from '#src/ui/page/PageFrame.tsx'

import { useHostsSearch } from './hosts-navigation.ts'
import { HostsDialogs } from './HostsDialogs.tsx'
import { HostsTable } from './HostsTable.tsx'
import { HostView } from './HostView.tsx'
import { useHostImpacts } from './use-host-impacts.ts'

/** The page Hosts: the compute hosts, or, where the address names one, the volumes that its instances hold. */
export function HostsPage() {
  const { t } = useTranslation('hosts')
  const { search } = useHostsSearch()
  const { impacts, incomplete, failures } = useHostImpacts()
  const impact = impacts?.find(({ host }) => host === search.host)
  const scope = useScope()
  const flaws = [
    useQuery({ ...computeServicesQuery(scope), select: flawsOf }).data,
    useQuery(instancesFlawsQuery(scope)).data,
    useQuery(volumesQuery(scope)).data?.flaws,
  ]
  const notices = failures.map(({ what, error, retry }) => (
    <ErrorNotice
      key={what}
      severity={what === 'instances' ? 'error' : 'warning'}
      title={t(`failed.${what}`)}
      {...noticeOf(error)}
      onRetry={retry}
    />
  ))
  return (
    <PageFrame>
      <ListFlaws of={flaws} />
      {search.host === undefined ? (
        <HostsTable impacts={impacts} incomplete={incomplete} notices={notices} />
      ) : (
        <HostView
          key={search.host}
          host={search.host}
          impact={impact}
          loading={impacts === undefined && failures.length === 0}
          incomplete={incomplete}
          notices={notices}
        />
      )}
      <HostsDialogs />
    </PageFrame>
  )
}
