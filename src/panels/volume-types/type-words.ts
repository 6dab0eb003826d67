import type { TFunction } from 'i18next'

import type { TypeObstacle } from '#src/model/volume-type/type-actions.ts'

/** Why something can't be done with a type, in the reader's language. */
export const typeObstacleText = (
  t: TFunction<'volumeTypes'>,
  obstacle: TypeObstacle | undefined,
  volumes: number | undefined,
): string | undefined =>
  obstacle === 'in-use'
    ? t('obstacles.in-use', { count: volumes ?? 1 })
    : obstacle && t(`obstacles.${obstacle}`)
