import { useTranslation } from 'react-i18next'

import type { AuditRow } from '#src/model/audit/attachment-audit.ts'
import { remedyOf } from '#src/model/audit/attachment-remedy.ts'
import { mayOnlyRead } from '#src/model/cloud/role.ts'
import { useScope } from '#src/queries/session.ts'
import { ActionMenu } from '#src/ui/menu/ActionMenu.tsx'

import { useAttachmentsDialog } from './attachments-navigation.ts'
import { remedyObstacleText, rowNameOf } from './audit-words.ts'

/** Why a row can't be repaired, in the reader's language; undefined where it can, as far as is known before a second look. */
export function useRepairObstacle(row: AuditRow): string | undefined {
  const { t } = useTranslation('audit')
  const { t: tVolumes } = useTranslation('volumes')
  const scope = useScope()
  if (mayOnlyRead(scope)) return t('obstacles.readOnlyRole')
  const { obstacle } = remedyOf(row, scope)
  // The dialog asks Nova first.
  return obstacle === undefined || obstacle === 'not-compared'
    ? undefined
    : remedyObstacleText({ t, tVolumes }, obstacle, row)
}

/** The menu of what can be done about a row. */
export function AuditActions({ row }: { row: AuditRow }) {
  const { t } = useTranslation('audit')
  const { open } = useAttachmentsDialog()
  const obstacle = useRepairObstacle(row)
  return (
    <ActionMenu
      label={t('actions.for', { name: rowNameOf(t, row) })}
      actions={[
        { label: t('actions.details'), onSelect: () => open('details', row.id) },
        {
          label: t('actions.repair'),
          obstacle,
          onSelect: () => open('repair', row.id),
          danger: true,
        },
      ]}
    />
  )
}
