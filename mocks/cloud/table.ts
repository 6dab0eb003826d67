/** What every list of the cloud is made of. Times are in ms since the epoch. */
export type Stored = { id: string; projectId: string; createdAt: number }

type Compare = (a: Stored, b: Stored) => number

const byId: Compare = (a, b) => (a.id < b.id ? -1 : Number(a.id > b.id))

/** The databases keep whole seconds, so that the ids decide within one; `ids` says how, newest first. */
const byAge =
  (ids: 'descend' | 'ascend'): Compare =>
  (a, b) =>
    Math.floor(a.createdAt / 1000) - Math.floor(b.createdAt / 1000) ||
    (ids === 'descend' ? byId(a, b) : byId(b, a))

/** Entries in order of age, oldest first, found by binary search. */
class Ordered<T extends Stored> {
  private entries: T[] = []
  private sorted = true
  private readonly compare: Compare

  constructor(compare: Compare) {
    this.compare = compare
  }

  get size() {
    return this.entries.length
  }

  /** The entries, oldest first. Sorted lazily, so that filling a table is linear. */
  all(): readonly T[] {
    if (!this.sorted) this.entries.sort(this.compare)
    this.sorted = true
    return this.entries
  }

  add(entry: T) {
    const last = this.entries.at(-1)
    if (last && this.compare(last, entry) > 0) this.sorted = false
    this.entries.push(entry)
  }

  delete(entry: T) {
    this.all()
    const place = this.placeOf(entry)
    if (this.entries[place] === entry) this.entries.splice(place, 1)
  }

  /** Where `entry` stands, or would stand. */
  placeOf(entry: T): number {
    const entries = this.all()
    let low = 0
    let high = entries.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const candidate = entries[middle]
      if (candidate && this.compare(candidate, entry) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Entries by id, and in order of age, over all projects and for each. */
export class Table<T extends Stored> {
  private readonly byId = new Map<string, T>()
  private readonly compare: Compare
  private readonly everywhere: Ordered<T>
  private readonly byProject = new Map<string, Ordered<T>>()

  /** `ids`: the order of the ids of one second where the newest stands first. */
  constructor(ids: 'descend' | 'ascend' = 'descend') {
    this.compare = byAge(ids)
    this.everywhere = new Ordered<T>(this.compare)
  }

  get size() {
    return this.byId.size
  }

  get(id: string): T | undefined {
    return this.byId.get(id)
  }

  add(entry: T): T {
    this.byId.set(entry.id, entry)
    this.everywhere.add(entry)
    this.of(entry.projectId).add(entry)
    return entry
  }

  delete(entry: T) {
    if (!this.byId.delete(entry.id)) return
    this.everywhere.delete(entry)
    this.of(entry.projectId).delete(entry)
  }

  /** Gives `entry` to another project. */
  move(entry: T, projectId: string) {
    this.delete(entry)
    entry.projectId = projectId
    this.add(entry)
  }

  /** The entries of a project, or of all, newest first, after `marker`. Does no work for entries not asked for. */
  *newestFirst(projectId?: string, marker?: T): Generator<T> {
    const ordered = projectId === undefined ? this.everywhere : this.of(projectId)
    const entries = ordered.all()
    for (let index = (marker ? ordered.placeOf(marker) : entries.length) - 1; index >= 0; index--) {
      const entry = entries[index]
      if (entry) yield entry
    }
  }

  count(projectId?: string): number {
    return projectId === undefined ? this.byId.size : this.of(projectId).size
  }

  values(): Iterable<T> {
    return this.byId.values()
  }

  private of(projectId: string): Ordered<T> {
    let ordered = this.byProject.get(projectId)
    if (!ordered) this.byProject.set(projectId, (ordered = new Ordered(this.compare)))
    return ordered
  }
}
