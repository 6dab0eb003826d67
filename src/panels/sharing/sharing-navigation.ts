import { panelAddress } from '#src/parts/table/panel-address.ts'

import { sharingSearch } from './sharing-search.ts'

export const { useSearch: useSharingSearch } = panelAddress(sharingSearch)
