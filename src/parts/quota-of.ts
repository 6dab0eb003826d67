import { useQuery } from '@tanstack/react-query'

import type { VolumeQuota } from '#src/model/quota.ts'
import type { Volume } from '#src/model/volume.ts'
import { quotaQuery } from '#src/queries/quota.ts'
import { useSession } from '#src/queries/session.ts'

import { isOfAnotherProject } from './AnotherProject.tsx'

/**
 * What the project of the volumes may have, and has. Cinder tells the session's project's only, so that it is undefined where
 * any of them is another project's.
 */
export function useQuotaOf(volumes: readonly Pick<Volume, 'projectId'>[]): VolumeQuota | undefined {
  const session = useSession()
  const isTold = !volumes.some((volume) => isOfAnotherProject(volume, session.project))
  const { data } = useQuery({ ...quotaQuery(session), enabled: isTold })
  return isTold ? data : undefined
}
