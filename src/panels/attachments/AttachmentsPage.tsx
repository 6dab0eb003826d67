import Refresh from '@mui/icons-material/Refresh'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { auditOf, type AuditRow } from '#src/model/audit/attachment-audit.ts'
import { filterAudit, inAuditOrder } from '#src/model/audit/audit-filter.ts'
import { mayOnlyRead } from '#src/model/cloud/role.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { PanelTable } from '#src/parts/table/PanelTable.tsx'
import { useStandardColumns } from '#src/parts/table/standard-columns.tsx'
import { auditQuery } from '#src/queries/audit/attachment-audit.ts'
import { projectNamesQuery } from '#src/queries/services/projects.ts'
import { useScope } from '#src/queries/session.ts'
import { ReasonedButton } from '#src/ui/form/ReasonedButton.tsx'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'
import { Page } from '#src/ui/page/Page.tsx'
import { useSelection } from '#src/ui/table/use-selection.ts'

import { useAttachmentsDialog, useAttachmentsSearch } from './attachments-navigation.ts'
import { usualMinutes } from './attachments-search.ts'
import { AttachmentsDialogs } from './AttachmentsDialogs.tsx'
import { auditColumns, exportedIds, type ProjectNames } from './audit-columns.tsx'
import { rowNameOf } from './audit-words.ts'
import { AuditFilters } from './AuditFilters.tsx'
import { ReadingNote } from './ReadingNote.tsx'
import { VerdictSummary } from './VerdictSummary.tsx'

const noNames: ProjectNames = new Map()
const noRows: readonly AuditRow[] = []
const idOf = ({ id }: AuditRow) => id

/** The panel Attachments: what Cinder and Nova say of every attachment, beside each other. */
export function AttachmentsPage() {
  const { t } = useTranslation('audit')
  const { t: tVolumes } = useTranslation('volumes')
  const scope = useScope()
  const { search, change } = useAttachmentsSearch()
  const { open } = useAttachmentsDialog()
  const { data: reading, error, isFetching, refetch } = useQuery(auditQuery(scope))
  const projects = useQuery(projectNamesQuery(scope)).data ?? noNames

  const minutes = search.minutes ?? usualMinutes
  const rows = useMemo(
    () =>
      reading
        ? inAuditOrder(
            auditOf(reading.cloud, { now: reading.readAt, stuckAfterMs: minutes * 60_000 }),
          )
        : noRows,
    [reading, minutes],
  )
  const { q, verdict, project, host, agreed } = search
  const shown = useMemo(
    () => filterAudit(rows, { text: q, verdict, projectId: project, host, agreed }),
    [rows, q, verdict, project, host, agreed],
  )
  const { chosen, unselect, ...selection } = useSelection(rows)
  const standard = useStandardColumns<AuditRow>()
  const columns = useMemo(
    () => auditColumns(standard, { t, tVolumes, projects, onOpen: (id) => open('details', id) }),
    [standard, t, tVolumes, projects, open],
  )
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <Button
            variant="outlined"
            startIcon={<Refresh />}
            loading={isFetching}
            loadingPosition="start"
            onClick={() => void refetch()}
          >
            {t('refresh')}
          </Button>
          <RepairButton chosen={chosen} onClick={() => open('repair')} />
        </>
      }
    >
      <ReadingNote reading={reading} busy={isFetching} />
      {error && (
        <ErrorNotice title={t('failed')} {...noticeOf(error)} onRetry={() => void refetch()} />
      )}
      {reading && (
        <>
          <VerdictSummary
            rows={rows}
            chosen={verdict}
            onChange={(one) => change({ verdict: one })}
          />
          <PanelTable
            label={t('title')}
            search={search}
            change={change}
            rows={shown}
            total={rows.length}
            columns={columns}
            rowId={idOf}
            rowName={(row) => rowNameOf(t, row)}
            filters={
              <AuditFilters search={search} rows={rows} projects={projects} onChange={change} />
            }
            filtering={[q, verdict, project, host].some((one) => one !== undefined)}
            flaws={[reading.flaws]}
            empty={{
              title: t('empty.title'),
              text: t('empty.text'),
              action: rows.length > 0 && (
                <Button onClick={() => change({ agreed: true })}>{t('empty.show')}</Button>
              ),
            }}
            noMatch={{ title: t('empty.filteredTitle'), text: t('empty.filteredText') }}
            {...selection}
            exportedAs={{ fileName: 'attachments', besides: exportedIds(t) }}
          />
        </>
      )}
      <AttachmentsDialogs
        search={search}
        rows={rows}
        chosen={chosen}
        ready={reading !== undefined}
        minutes={minutes}
        onRepaired={unselect}
      />
    </Page>
  )
}

/** Repairs those that are selected, where they are of one verdict. */
function RepairButton({ chosen, onClick }: { chosen: readonly AuditRow[]; onClick: () => void }) {
  const { t } = useTranslation('audit')
  const readOnly = mayOnlyRead(useScope())
  const obstacle = () => {
    if (readOnly) return t('obstacles.readOnlyRole')
    if (chosen.length === 0) return t('obstacles.nothingSelected')
    const verdicts = new Set(chosen.map(({ verdict }) => verdict))
    return verdicts.size > 1 ? t('obstacles.severalVerdicts') : undefined
  }
  return (
    <ReasonedButton color="error" variant="outlined" obstacle={obstacle()} onClick={onClick}>
      {t('repairSelected')}
    </ReasonedButton>
  )
}
