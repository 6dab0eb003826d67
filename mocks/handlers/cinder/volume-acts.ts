import type { Volume } from '#mocks/cloud/storage/block-storage.ts'
import type { Answer } from '#mocks/handlers/answer.ts'
import type { Ask, Known } from '#mocks/handlers/ask.ts'
import type { Rule } from '#mocks/handlers/validation.ts'
import type { Json } from '#mocks/handlers/values.ts'

/** Something that may be done with a volume. */
export type Act = Known & {
  rule?: Rule | ((ask: Ask) => Rule)
  run: (ask: Ask, volume: Volume, wish: Json) => Answer | void
}

/** Actions by the names that they are posted with. */
export type Acts = Readonly<Record<string, Act>>

/** The rule of an action. */
export const policy = (name: string) => `volume_extension:volume_actions:${name}`
