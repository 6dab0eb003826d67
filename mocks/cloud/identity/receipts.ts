import type { Clock } from '#mocks/cloud/clock.ts'

import type { User } from './people.ts'
import { fernetLike } from './token-text.ts'

/** Says that a person has given some of the proofs that signing in takes. */
export type Receipt = {
  id: string
  user: User
  methods: string[]
  /** ms since the epoch. */
  issuedAt: number
  expiresAt: number
}

/** `[receipt] expiration` of Keystone. */
const lifetimeMs = 300_000

/** The receipts that are good for something. */
export class Receipts {
  private readonly receipts = new Map<string, Receipt>()
  private readonly clock: Clock

  constructor(clock: Clock) {
    this.clock = clock
  }

  issue(user: User, methods: string[]): Receipt {
    const issuedAt = Math.floor(this.clock.now() / 1000) * 1000
    const id = fernetLike(0).slice(0, 119)
    const receipt = { id, user, methods, issuedAt, expiresAt: issuedAt + lifetimeMs }
    this.receipts.set(id, receipt)
    return receipt
  }

  /** The person's receipt of that id, unless it has expired or was used up. */
  find(id: string, user: User): Receipt | undefined {
    const receipt = this.receipts.get(id)
    const isGood = receipt && receipt.user === user && receipt.expiresAt > this.clock.now()
    return isGood ? receipt : undefined
  }

  use({ id }: Receipt) {
    this.receipts.delete(id)
  }
}
