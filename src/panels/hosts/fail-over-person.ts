import type { FailOverPerson } from '#src/model/fail-over.ts'
import { sharingObstacle } from '#src/model/microversion.ts'
import { useInstanceActor } from '#src/parts/instance-actor.ts'
import { useSession } from '#src/queries/session.ts'

/** Who fails a volume over here, as far as it matters for what is possible. */
export function useFailOverPerson(): FailOverPerson {
  const actor = useInstanceActor()
  return { ...actor, cloudCanShare: sharingObstacle(useSession()) === undefined }
}
