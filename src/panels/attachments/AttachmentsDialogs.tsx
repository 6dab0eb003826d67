import { lazy, Suspense } from 'react'

import type { AuditRow } from '#src/model/audit/attachment-audit.ts'
import { useAsOpened } from '#src/parts/dialog/use-frozen.ts'

import { useAttachmentsDialog } from './attachments-navigation.ts'
import type { AttachmentsSearch } from './attachments-search.ts'

const DetailsDialog = lazy(() =>
  import('./DetailsDialog.tsx').then((m) => ({ default: m.DetailsDialog })),
)
const RepairDialog = lazy(() =>
  import('./RepairDialog.tsx').then((m) => ({ default: m.RepairDialog })),
)

type DialogsProps = {
  search: AttachmentsSearch
  rows: readonly AuditRow[]
  /** Those that are selected. */
  chosen: readonly AuditRow[]
  /** Whether anything was read yet. */
  ready: boolean
  minutes: number
  onRepaired: (id: string) => void
}

/** The dialog that the address asks for. */
export function AttachmentsDialogs(props: DialogsProps) {
  const { dialog, row } = props.search
  if (dialog === undefined || !props.ready) return null
  return (
    <Suspense>
      <OpenDialog key={`${dialog} ${row}`} {...props} />
    </Suspense>
  )
}

function OpenDialog({ search, rows, chosen, minutes, onRepaired }: DialogsProps) {
  const { close } = useAttachmentsDialog()
  const named = rows.filter(({ id }) => id === search.row)
  const about = useAsOpened(search.row === undefined ? chosen : named)
  const [first] = about
  if (first === undefined) return null
  if (search.dialog === 'repair')
    return <RepairDialog rows={about} minutes={minutes} onClose={close} onRepaired={onRepaired} />
  return (
    <DetailsDialog
      opened={first}
      row={rows.find(({ id }) => id === first.id)}
      minutes={minutes}
      onClose={close}
    />
  )
}
