import type { Region } from '#mocks/cloud/cloud.ts'

import type { Outcome } from './operations.ts'

const isAboutHold = ({ operation: { act }, reply }: Outcome) =>
  (act === 'attach' || act === 'detach') && reply !== undefined && reply.status < 400

/** What clients may rely on, from the answers that they got: a model of the cloud that knows no states. */
export class Expectation {
  /** `<instance> <volume>`: attached, once all is at rest. */
  private readonly holds = new Set<string>()
  private readonly gone = new Set<string>()
  private readonly sizes = new Map<string, number>()
  private readonly failing: ReadonlySet<string>
  /** Volumes whose states somebody has set by hand, so that nothing more is promised of them. */
  readonly torn = new Set<string>()
  /** Whether an answer was not heard, so that nobody can tell what was done. */
  private unsure = false

  constructor({ compute }: Region) {
    const broken = [...compute.servers.values()].filter(({ name }) => name === 'broken')
    this.failing = new Set(broken.map(({ id }) => id))
  }

  /** Learns from the answers to what was asked at one moment. */
  hear(outcomes: readonly Outcome[]) {
    const holds = outcomes.filter(isAboutHold).map(({ server, volume }) => `${server} ${volume}`)
    // Nobody can tell in which order the cloud took what was sent together.
    if (new Set(holds).size < holds.length) this.unsure = true
    for (const outcome of outcomes) this.learn(outcome)
  }

  private learn({ operation: { act, cut }, server, volume, reply }: Outcome) {
    if (cut === 'after') this.unsure = true
    if (act === 'reset states' && cut !== 'before') this.torn.add(volume)
    if (!reply || reply.status >= 400) return
    const hold = `${server} ${volume}`
    if (act === 'attach' && !this.failing.has(server)) this.holds.add(hold)
    if (act === 'detach') this.holds.delete(hold)
    if (act === 'delete' || act === 'delete with snapshots') this.gone.add(volume)
    if (act === 'delete instance') this.gone.add(server)
    if (act === 'extend') this.sizes.set(volume, 3)
  }

  /** What was promised and is not so, now that all is at rest. */
  unkept({ storage, compute }: Region): string[] {
    if (this.unsure) return []
    const isWhole = (hold: string) => hold.split(' ').every((part) => !this.torn.has(part))
    const holds = [...compute.servers.values()]
      .flatMap(({ id, devices }) => devices.map(({ volumeId }) => `${id} ${volumeId}`))
      .filter(isWhole)
    const expected = [...this.holds]
      .filter(isWhole)
      .filter((hold) => hold.split(' ').every((part) => !this.gone.has(part)))
    return [
      ...expected.filter((hold) => !holds.includes(hold)).map((hold) => `${hold} was lost`),
      ...holds.filter((hold) => !expected.includes(hold)).map((hold) => `${hold} is nobody's wish`),
      ...[...this.gone]
        .filter((id) => storage.volumes.get(id) ?? compute.servers.get(id))
        .map((id) => `${id} was to go and is there`),
      ...[...this.sizes]
        .filter(([id, size]) => (storage.volumes.get(id)?.size ?? size) !== size)
        .map(([id, size]) => `${id} was to have ${size} GiB`),
    ]
  }
}
