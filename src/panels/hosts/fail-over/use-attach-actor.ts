import type { AttachActor } from '#src/model/cloud/actor.ts'
import { sharingObstacle } from '#src/model/cloud/microversion.ts'
import { useActorRole } from '#src/parts/use-actor-role.ts'
import { useScope } from '#src/queries/session.ts'

/** Who fails a volume over here, as far as it matters for what is possible. */
export function useAttachActor(): AttachActor {
  const actor = useActorRole()
  return { ...actor, cloudCanShare: sharingObstacle(useScope()) === undefined }
}
