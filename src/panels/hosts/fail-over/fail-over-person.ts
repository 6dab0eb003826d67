import { sharingObstacle } from '#src/model/cloud/microversion.ts'
import type { FailOverPerson } from '#src/model/fail-over/fail-over.ts'
import { useInstanceActor } from '#src/parts/use-instance-actor.ts'
import { useScope } from '#src/queries/session.ts'

/** Who fails a volume over here, as far as it matters for what is possible. */
export function useFailOverPerson(): FailOverPerson {
  const actor = useInstanceActor()
  return { ...actor, cloudCanShare: sharingObstacle(useScope()) === undefined }
}
