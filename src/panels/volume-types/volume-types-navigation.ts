import { panelAddress } from '#src/parts/table/panel-address.ts'

import { volumeTypesSearch } from './volume-types-search.ts'

export const { useSearch: useVolumeTypesSearch, useDialog: useVolumeTypesDialog } = panelAddress(
  volumeTypesSearch,
  ['type'],
)
