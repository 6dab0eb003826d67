import { panelAddress } from '#src/parts/panel-address.ts'

import { backEndsSearch } from './back-ends-search.ts'

export const { useSearch: useBackEndsSearch } = panelAddress(backEndsSearch)
