import type { TFunction } from 'i18next'

import { typeOrders, type TypeFacts } from '#src/model/type-facts.ts'
import type { DataColumn } from '#src/ui/data-column.ts'
import { count } from '#src/ui/formats.ts'

import { TypeActions } from './TypeActions.tsx'
import { BackEndCell, DefaultCell, EncryptedCell, ShareableCell, TypeName } from './TypeCells.tsx'

/** The columns of the Volume Types table. */
export const typeColumns = (
  t: TFunction<'volumeTypes'>,
  language: string,
  projectName: (id: string) => string,
): DataColumn<TypeFacts>[] => [
  {
    id: 'name',
    label: t('columns.name'),
    cell: (type) => <TypeName type={type} />,
    compare: typeOrders.name,
    size: 146,
    grow: 2,
    hideable: false,
    isName: true,
  },
  {
    id: 'shareable',
    label: t('columns.shareable'),
    cell: (type) => <ShareableCell type={type} />,
    compare: typeOrders.shareable,
    size: 130,
    grow: 2,
  },
  {
    id: 'encrypted',
    label: t('columns.encrypted'),
    cell: (type) => <EncryptedCell type={type} />,
    compare: typeOrders.encrypted,
    size: 92,
  },
  {
    id: 'public',
    label: t('columns.public'),
    cell: ({ isPublic }) => (isPublic ? t('yes') : t('no')),
    compare: typeOrders.public,
    size: 66,
  },
  {
    id: 'backEnd',
    label: t('columns.backEnd'),
    cell: (type) => <BackEndCell type={type} />,
    compare: typeOrders.backEnd,
    size: 86,
    grow: 1,
  },
  {
    id: 'default',
    label: t('columns.default'),
    cell: (type) => <DefaultCell type={type} projectName={projectName} />,
    compare: typeOrders.default,
    size: 76,
    grow: 1,
  },
  {
    id: 'volumes',
    label: t('columns.volumes'),
    cell: ({ volumes }) => (volumes === undefined ? t('unknown') : count(volumes, language)),
    compare: typeOrders.volumes,
    size: 80,
    align: 'right',
  },
  {
    id: 'actions',
    label: t('columns.actions'),
    cell: (type) => <TypeActions type={type} />,
    size: 68,
    staysAtEnd: true,
    hideable: false,
  },
]
