import { isAdministrator, mayOnlyRead } from '#src/model/cloud/role.ts'
import type { InstanceActor } from '#src/model/instance/instance-actions.ts'
import { useScope } from '#src/queries/session.ts'

/** Who acts on instances' volumes here, as far as it matters for what is possible. */
export function useInstanceActor(): InstanceActor {
  const scope = useScope()
  return { readOnly: mayOnlyRead(scope), administrator: isAdministrator(scope) }
}
