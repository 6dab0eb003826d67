import type { InstanceId, Volume, VolumeId } from '#src/model/volume/volume.ts'

/** One thing to do with a volume and an instance. `device`, such as `/dev/vdc`, is asked for where given. */
export type AttachmentStep =
  | { act: 'attach'; instanceId: InstanceId; device?: string }
  | { act: 'detach'; instanceId: InstanceId }

/** Why the cloud took back what it had accepted, as far as its logs tell. */
export type LateFailure = { message: string | null; requestId?: string }

/** How a step failed. */
export type StepFailure =
  /** The cloud said no; `error` has its words. */
  | { kind: 'refused'; error: Error }
  /** The cloud said yes, and then undid it. */
  | ({ kind: 'undone' } & LateFailure)
  /** The step did not finish within `patienceMs`. */
  | { kind: 'unfinished'; afterMs: number }

/** Where a step stands. The last of a step is `attached`, `detached`, `failed` or `stopped`. */
export type StepProgress =
  | { state: 'waiting' }
  | { state: 'asking' }
  /** The volume is being changed by somebody else; the step waits for its end. */
  | { state: 'held-up'; volumeStatus: string }
  /** The cloud asks to wait before the next try, for so long in ms. */
  | { state: 'told-to-wait'; ms: number }
  /** The cloud has accepted and is working on it. */
  | { state: 'working' }
  /** The cloud does not answer, but may still be working on it, so polling continues. */
  | { state: 'no-answer' }
  | { state: 'attached'; device: string | null }
  | { state: 'detached' }
  | { state: 'failed'; failure: StepFailure }
  /** Never started: `because` the step it depends on failed, or the user stopped it. */
  | { state: 'stopped'; because?: 'step-before' }

/** What a step needs to be able to ask of a cloud. */
export type AttachmentCloud = {
  /** Resolves when Nova has accepted. */
  attach(
    volume: VolumeId,
    instance: InstanceId,
    device: string | undefined,
  ): Promise<{ requestId?: string }>
  detach(volume: VolumeId, instance: InstanceId): Promise<{ requestId?: string }>
  look(volume: VolumeId): Promise<Volume>
  /** What the logs say of an accepted step that was undone. */
  explain(instance: InstanceId, requestId: string | undefined): Promise<LateFailure>
  /** Whether a refusal was only for the status that the volume had at that moment. */
  wasForStatus(error: Error): boolean
  /** Whether it is unknown if the request had an effect: no answer came, or not the service's own. */
  isUncertain(error: Error): boolean
  /** How long the cloud asks to wait before it is asked again, in ms; undefined where it does not. */
  pauseMs(error: Error): number | undefined
  /** Whether polling is pointless: the volume does not exist, or nobody is signed in. */
  endsLooking(error: Error): boolean
}
