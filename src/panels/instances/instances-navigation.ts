import { panelAddress } from '#src/parts/table/panel-address.ts'

import { instancesSearch } from './instances-search.ts'

/** Dialogs are about an instance and, for some, one of its volumes. */
export const { useSearch: useInstancesSearch, useDialog: useInstancesDialog } = panelAddress(
  instancesSearch,
  ['instance', 'volume'],
)
