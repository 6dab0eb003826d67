import type { ActorRole } from '#src/model/cloud/actor.ts'
import { isAdministrator, mayOnlyRead } from '#src/model/cloud/role.ts'
import { useScope } from '#src/queries/session.ts'

/** Who acts on instances' volumes here, as far as it matters for what is possible. */
export function useActorRole(): ActorRole {
  const scope = useScope()
  return { readOnly: mayOnlyRead(scope), administrator: isAdministrator(scope) }
}
