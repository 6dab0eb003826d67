import { useQuery } from '@tanstack/react-query'

import type { VolumeQuota } from '#src/model/volume/quota.ts'
import type { Volume } from '#src/model/volume/volume.ts'
import { isOfAnotherProject } from '#src/parts/dialog/AnotherProject.tsx'
import { useScope } from '#src/queries/session.ts'
import { quotaQuery } from '#src/queries/volumes/quota.ts'

/**
 * What the project of the volumes may have, and has. Cinder tells the session's project's only, so that it is undefined where
 * any of them is another project's.
 */
export function useQuotaOf(volumes: readonly Pick<Volume, 'projectId'>[]): VolumeQuota | undefined {
  const scope = useScope()
  const isTold = !volumes.some((volume) => isOfAnotherProject(volume, scope.project))
  const { data } = useQuery({ ...quotaQuery(scope), enabled: isTold })
  return isTold ? data : undefined
}
