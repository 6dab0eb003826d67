import { useQuery } from '@tanstack/react-query'

import type { Actor } from '#src/model/cloud/actor.ts'
import { mayOnlyRead } from '#src/model/cloud/role.ts'
import { useScope } from '#src/queries/session.ts'
import { backupServiceQuery } from '#src/queries/volumes/backups.ts'

/** Who acts here, as far as it matters for what is possible. */
export function useActor(): Actor {
  const scope = useScope()
  const readOnly = mayOnlyRead(scope)
  const backups = useQuery({ ...backupServiceQuery(scope), enabled: !readOnly })
  return {
    readOnly,
    microversions: scope.microversions,
    launchUrl: scope.launchUrl,
    allProjects: scope.allProjects === true,
    hasBackupService: backups.data ?? false,
  }
}
