import { mayOnlyRead } from '#src/model/role.ts'
import type { Actor } from '#src/model/volume-actions.ts'
import { useSession } from '#src/queries/session.ts'

/** Who acts here, as far as it matters for what is possible. */
export function useActor(): Actor {
  const session = useSession()
  return {
    readOnly: mayOnlyRead(session),
    microversions: session.microversions,
    launchUrl: session.launchUrl,
  }
}
