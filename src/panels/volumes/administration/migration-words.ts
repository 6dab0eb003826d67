import type { TFunction } from 'i18next'

const words = {
  none: 'migration.none',
  starting: 'migration.starting',
  migrating: 'migration.migrating',
  completing: 'migration.completing',
  success: 'migration.success',
  error: 'migration.error',
} as const

const isKnown = (status: string): status is keyof typeof words => status in words

/** A migration status in the reader's language; one that we don't know stays in the cloud's word. */
export const migrationWord = (t: TFunction<'administration'>, status: string): string =>
  isKnown(status) ? t(words[status]) : status
