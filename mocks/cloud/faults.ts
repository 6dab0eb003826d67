/** What becomes of a request that a fault is for. */
export type Fault = {
  /** Undefined: of every service. */
  service?: string | undefined
  /** Undefined: whatever the method. */
  method?: string | undefined
  /** What the path below the service's address has to match. Undefined: any. */
  path?: RegExp | undefined
  /** How many requests it is for; undefined: all, until it is taken away. */
  times?: number | undefined
  /** How long the request waits, in ms. */
  delayMs?: number | undefined
  /** What is answered in the cloud's place; the cloud hears nothing of the request. */
  answer?:
    | { status: number; message?: string | undefined; retryAfter?: number | undefined }
    | undefined
  /** The connection ends without an answer: before the cloud heard of the request, or after it did what was asked. */
  cut?: 'before' | 'after' | undefined
}

type Met = { service: string; method: string; path: string }

/** Faults on demand: what goes wrong on the way to the cloud, until it is told otherwise. */
export class Faults {
  private rules: Fault[] = []

  /** All that are in force, first come, first met. */
  get all(): readonly Fault[] {
    return this.rules
  }

  replace(rules: readonly Fault[]) {
    this.rules = rules.map((rule) => ({ ...rule }))
  }

  /** The fault that this request meets, if any; one that is for a number of requests is then for one less. */
  meet({ service, method, path }: Met): Fault | undefined {
    const fault = this.rules.find(
      (rule) =>
        (rule.service ?? service) === service &&
        (rule.method ?? method) === method &&
        (rule.path?.test(path) ?? true),
    )
    if (fault?.times !== undefined) {
      fault.times -= 1
      if (fault.times <= 0) this.rules = this.rules.filter((rule) => rule !== fault)
    }
    return fault && { ...fault }
  }
}
