import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { hostStates } from '#src/model/fail-over/host-impact.ts'
import type { CloudService, HostState } from '#src/model/services/cloud-service.ts'
import { computeServicesQuery } from '#src/queries/services/services.ts'
import { useScope } from '#src/queries/session.ts'

const none: readonly CloudService[] = []

/** The state of each compute host, by name; of none while the list of them is not there. */
export function useHostStates(): ReadonlyMap<string, HostState> {
  const { data = none } = useQuery(computeServicesQuery(useScope()))
  return useMemo(() => hostStates(data), [data])
}
