import type { TFunction } from 'i18next'

import type { FieldProblem } from './create-volume-form.ts'

/** What is wrong with a field, in the reader's language; nothing where nothing is. */
export function problemText(
  t: TFunction<'createVolume'>,
  problem: FieldProblem | undefined,
): string | undefined {
  if (problem === undefined) return undefined
  switch (problem.kind) {
    case 'sizeLeast':
      return t('errors.sizeLeast', { least: problem.least })
    case 'overGibibytes':
      return t('errors.overGibibytes', { free: Math.max(0, problem.free) })
    default:
      return t(`errors.${problem.kind}`)
  }
}
