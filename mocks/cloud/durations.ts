/** How long what takes time takes, in ms. */
export type Durations = {
  /** Request for a volume until it is `available` (or `error`). */
  create: number
  /** Request to delete until the volume is gone. */
  delete: number
  /** An attach that is answered before anything is reserved (from Nova 2.101) until the volume is `reserved`. */
  cast: number
  /** `reserved` until the hypervisor is `attaching`. */
  reserve: number
  /** `attaching` until the volume is `in-use`. */
  attach: number
  /** `detaching` until the attachment is gone. */
  detach: number
  /** Accepted attach until it fails, where the hypervisor is broken. */
  lateFailure: number
  /** `extending`, `retyping` and `uploading`. */
  change: number
  /** `creating` and `deleting` of a snapshot. */
  snapshot: number
  /** A change of an instance's state: start, stop, shelve, delete and the like. */
  instance: number
}

export const defaultDurations: Durations = {
  create: 1500,
  delete: 800,
  cast: 150,
  reserve: 300,
  attach: 600,
  detach: 600,
  lateFailure: 1000,
  change: 1200,
  snapshot: 1000,
  instance: 1500,
}

/** What takes time, done so many times as fast as usual. */
export const durationsAt = (speed: number): Durations => ({
  create: defaultDurations.create / speed,
  delete: defaultDurations.delete / speed,
  cast: defaultDurations.cast / speed,
  reserve: defaultDurations.reserve / speed,
  attach: defaultDurations.attach / speed,
  detach: defaultDurations.detach / speed,
  lateFailure: defaultDurations.lateFailure / speed,
  change: defaultDurations.change / speed,
  snapshot: defaultDurations.snapshot / speed,
  instance: defaultDurations.instance / speed,
})
