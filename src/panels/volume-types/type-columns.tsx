import type { TFunction } from 'i18next'

import { backEndOf, type TypeFacts } from '#src/model/volume-type/type-facts.ts'
import { isShareableType } from '#src/model/volume-type/volume-type.ts'
import type { StandardColumns } from '#src/parts/table/standard-columns.tsx'
import { count } from '#src/ui/formats.ts'
import type { Column } from '#src/ui/table/column.ts'

import { TypeActions } from './TypeActions.tsx'
import { BackEndCell, DefaultCell, EncryptedCell, ShareableCell, TypeName } from './TypeCells.tsx'

/** The columns of the Volume Types table. */
export const typeColumns = (
  columns: StandardColumns<TypeFacts>,
  t: TFunction<'volumeTypes'>,
  language: string,
  projectName: (id: string) => string,
): Column<TypeFacts>[] => [
  columns.name(({ name }) => name, {
    cell: (type) => <TypeName type={type} />,
    size: 146,
    grow: 2,
  }),
  columns.yesNo('shareable', t('columns.shareable'), isShareableType, {
    cell: (type) => <ShareableCell type={type} />,
    highestFirst: true,
    size: 130,
    grow: 2,
  }),
  columns.yesNo('encrypted', t('columns.encrypted'), ({ encrypted }) => encrypted === true, {
    cell: (type) => <EncryptedCell type={type} />,
    highestFirst: true,
    size: 92,
  }),
  columns.yesNo('public', t('columns.public'), ({ isPublic }) => isPublic, {
    highestFirst: true,
    size: 66,
  }),
  columns.text('backEnd', t('columns.backEnd'), backEndOf, {
    cell: (type) => <BackEndCell type={type} />,
    size: 86,
    grow: 1,
  }),
  columns.yesNo(
    'default',
    t('columns.default'),
    ({ isDefaultOfCloud, defaultOf }) => isDefaultOfCloud || defaultOf.length > 0,
    {
      cell: (type) => <DefaultCell type={type} projectName={projectName} />,
      highestFirst: true,
      size: 76,
      grow: 1,
    },
  ),
  columns.count('volumes', t('columns.volumes'), ({ volumes = 0 }) => volumes, {
    cell: ({ volumes }) => (volumes === undefined ? t('unknown') : count(volumes, language)),
    size: 80,
  }),
  columns.actions((type) => <TypeActions type={type} />, { size: 68 }),
]
