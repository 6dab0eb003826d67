import { panelAddress } from '#src/parts/table/panel-address.ts'

import { hostsSearch } from './hosts-search.ts'

/** Dialogs are about a volume of the open host and, to fail over, the instance that is to lose it. */
export const { useSearch: useHostsSearch, useDialog: useHostsDialog } = panelAddress(hostsSearch, [
  'volume',
  'instance',
])
