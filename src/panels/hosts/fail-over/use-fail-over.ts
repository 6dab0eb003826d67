import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { asError } from '#src/model/as-error.ts'
import { failOverCase, isSamePlan } from '#src/model/fail-over/fail-over-case.ts'
import {
  type FailOverCase,
  type FailOverObstacle,
  type FailOverPlan,
  planFailOver,
} from '#src/model/fail-over/fail-over.ts'
import type { Instance } from '#src/model/instance/instance.ts'
import type { InstanceId, Volume } from '#src/model/volume/volume.ts'
import { useHostStates } from '#src/panels/hosts/known-hosts.ts'
import { useKnownInstances } from '#src/parts/use-known-instances.ts'
import { useAttachmentWork } from '#src/queries/attach/attachment-work.ts'
import { recheckPlan } from '#src/queries/attach/fail-over.ts'
import { useScope } from '#src/queries/session.ts'

import { useAttachActor } from './use-attach-actor.ts'

const none: ReadonlyMap<InstanceId, Instance> = new Map()

/** A plan that was begun, and for whom. */
export type BegunFailOver = { plan: FailOverPlan; to: InstanceId }

/** A fail over that is being prepared, or is under way. */
export type FailOver = {
  volume: Volume
  instances: ReadonlyMap<InstanceId, Instance>
  /** Why nothing can be said yet. */
  loading: 'loading' | 'unavailable' | undefined
  /** The case as the cloud is now. */
  given: FailOverCase
  plan: FailOverPlan | undefined
  obstacle: FailOverObstacle | undefined
  /** The instance that is to stand in. */
  picked: InstanceId | undefined
  pick: (id: InstanceId | undefined) => void
  /** Rechecks, and starts if the plan is unchanged. */
  start: () => void
  /** Whether that look is under way. */
  looking: boolean
  /** Whether the cloud had changed by then, so that nothing was begun. */
  changed: boolean
  lookError: Error | undefined
  begun: BegunFailOver | undefined
  /** Goes back to the choice of a standby. */
  again: () => void
}

/** Prepares the fail over of a volume from an instance, and begins it. */
export function useFailOver(volume: Volume, from: InstanceId): FailOver {
  const client = useQueryClient()
  const scope = useScope()
  const work = useAttachmentWork()
  const person = useAttachActor()
  const known = useKnownInstances()
  const hosts = useHostStates()
  const [picked, setPicked] = useState<InstanceId>()
  const [begun, setBegun] = useState<BegunFailOver>()
  const [look, setLook] = useState<{ under?: true; changed?: true; error?: Error }>({})
  const instances = typeof known === 'string' ? none : known
  const given = failOverCase({ volume, instances, hosts }, from, picked, person)
  const answer = planFailOver(given)
  const plan = 'plan' in answer ? answer.plan : undefined

  const start = async () => {
    if (!plan || picked === undefined) return
    setLook({ under: true })
    try {
      const picture = await recheckPlan(client, scope, volume.id)
      const now = planFailOver(failOverCase(picture, from, picked, person))
      if (!('plan' in now) || !isSamePlan(plan, now.plan)) {
        setLook({ changed: true })
        return
      }
      setLook({})
      setBegun({ plan, to: picked })
      work.startChain(volume.id, plan.steps)
    } catch (reason) {
      setLook({ error: asError(reason) })
    }
  }
  return {
    volume,
    instances,
    loading: typeof known === 'string' ? known : undefined,
    given,
    plan,
    obstacle: 'obstacle' in answer ? answer.obstacle : undefined,
    picked,
    pick: (id) => {
      setPicked(id)
      setLook({})
    },
    start: () => void start(),
    looking: look.under ?? false,
    changed: look.changed ?? false,
    lookError: look.error,
    begun,
    again: () => {
      setBegun(undefined)
      setPicked(undefined)
      setLook({})
    },
  }
}
