import { panelAddress } from '#src/parts/table/panel-address.ts'

import { backEndsSearch } from './back-ends-search.ts'

export const { useSearch: useBackEndsSearch } = panelAddress(backEndsSearch)
