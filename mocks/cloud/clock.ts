/** Where the embedded cloud takes its time from; everything that takes time goes through it. */
export type Clock = {
  /** Milliseconds since the epoch. */
  now(): number
  /** Runs `run` after `ms` milliseconds; gives back what calls it off. */
  after(ms: number, run: () => void): () => void
}

/** The time of the machine. */
export const realClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

type Due = { at: number; turn: number; run: () => void }

/** A clock that stands still until it is told to go on, so that tests never sleep. */
export class ManualClock implements Clock {
  private time: number
  private turns = 0
  private due: Due[] = []

  constructor(startsAt = Date.UTC(2026, 10, 24, 9)) {
    this.time = startsAt
  }

  now() {
    return this.time
  }

  after(ms: number, run: () => void) {
    const entry = { at: this.time + ms, turn: this.turns++, run }
    this.due.push(entry)
    return () => {
      this.due = this.due.filter((other) => other !== entry)
    }
  }

  /** Goes on by `ms` milliseconds and runs, in order, what falls due on the way. */
  advance(ms: number) {
    const end = this.time + ms
    for (let next = this.nextUntil(end); next; next = this.nextUntil(end)) {
      this.time = Math.max(this.time, next.at)
      next.run()
    }
    this.time = end
  }

  private nextUntil(end: number): Due | undefined {
    const [next] = this.due
      .filter(({ at }) => at <= end)
      .toSorted((a, b) => a.at - b.at || a.turn - b.turn)
    if (next) this.due = this.due.filter((other) => other !== next)
    return next
  }
}
