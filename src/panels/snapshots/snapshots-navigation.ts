import { panelAddress } from '#src/parts/table/panel-address.ts'

import { snapshotsSearch } from './snapshots-search.ts'

/** Where the Snapshots panel is; routes name it so. */
export const snapshotsPath = '/project/snapshots'

export const { useSearch: useSnapshotsSearch, useDialog: useSnapshotsDialog } = panelAddress(
  snapshotsSearch,
  ['snapshot'],
)
