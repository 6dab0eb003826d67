import { panelAddress } from '#src/parts/table/panel-address.ts'

import { attachmentsSearch } from './attachments-search.ts'

export const { useSearch: useAttachmentsSearch, useDialog: useAttachmentsDialog } = panelAddress(
  attachmentsSearch,
  ['row'],
)
