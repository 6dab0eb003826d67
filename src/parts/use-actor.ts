import { useQuery } from '@tanstack/react-query'

import { mayOnlyRead } from '#src/model/cloud/role.ts'
import type { Actor } from '#src/model/volume/volume-actions.ts'
import { backupServiceQuery } from '#src/queries/backups.ts'
import { useSession } from '#src/queries/session.ts'

/** Who acts here, as far as it matters for what is possible. */
export function useActor(): Actor {
  const session = useSession()
  const readOnly = mayOnlyRead(session)
  const backups = useQuery({ ...backupServiceQuery(session), enabled: !readOnly })
  return {
    readOnly,
    microversions: session.microversions,
    launchUrl: session.launchUrl,
    allProjects: session.allProjects === true,
    hasBackupService: backups.data ?? false,
  }
}
