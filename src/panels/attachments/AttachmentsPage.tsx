import Refresh from '@mui/icons-material/Refresh'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { auditOf, type AuditRow } from '#src/model/attachment-audit.ts'
import { filterAudit, inAuditOrder } from '#src/model/audit-filter.ts'
import { mayOnlyRead } from '#src/model/role.ts'
import { noticeOf } from '#src/openstack/error-notice.ts'
import { ListFlaws } from '#src/parts/ListFlaws.tsx'
import { auditQuery } from '#src/queries/attachment-audit.ts'
import { projectNamesQuery } from '#src/queries/projects.ts'
import { useSession } from '#src/queries/session.ts'
import { ErrorNotice } from '#src/ui/ErrorNotice.tsx'
import { PageFrame } from '#src/ui/PageFrame.tsx'
import { ReasonedButton } from '#src/ui/ReasonedButton.tsx'

import { useAttachmentsDialog, useAttachmentsSearch } from './attachments-navigation.ts'
import { usualMinutes } from './attachments-search.ts'
import { AttachmentsDialogs } from './AttachmentsDialogs.tsx'
import type { ProjectNames } from './auditColumns.tsx'
import { AuditFilters } from './AuditFilters.tsx'
import { AuditTable } from './AuditTable.tsx'
import { ReadingNote } from './ReadingNote.tsx'
import { VerdictSummary } from './VerdictSummary.tsx'

const noNames: ProjectNames = new Map()

/** The panel Attachments: what Cinder and Nova say of every attachment, beside each other. */
export function AttachmentsPage() {
  const { t } = useTranslation('audit')
  const session = useSession()
  const { search, change } = useAttachmentsSearch()
  const { open } = useAttachmentsDialog()
  const { data: reading, error, isFetching, refetch } = useQuery(auditQuery(session))
  const projects = useQuery(projectNamesQuery(session)).data ?? noNames
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())

  const minutes = search.minutes ?? usualMinutes
  const rows = useMemo(
    () =>
      reading
        ? inAuditOrder(
            auditOf(reading.cloud, { now: reading.readAt, stuckAfterMs: minutes * 60_000 }),
          )
        : [],
    [reading, minutes],
  )
  const { q, verdict, project, host, agreed } = search
  const shown = useMemo(
    () => filterAudit(rows, { text: q, verdict, projectId: project, host, agreed }),
    [rows, q, verdict, project, host, agreed],
  )
  const chosen = rows.filter(({ id }) => selected.has(id))
  return (
    <PageFrame>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography variant="h5" component="h1" sx={{ flex: 1 }}>
          {t('title')}
        </Typography>
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
      </Box>
      <ReadingNote reading={reading} busy={isFetching} />
      {error && (
        <ErrorNotice title={t('failed')} {...noticeOf(error)} onRetry={() => void refetch()} />
      )}
      {reading && (
        <>
          <ListFlaws of={[reading.flaws]} />
          <VerdictSummary
            rows={rows}
            chosen={verdict}
            onChange={(one) => change({ verdict: one })}
          />
          <AuditTable
            rows={shown}
            all={rows}
            filters={
              <AuditFilters search={search} rows={rows} projects={projects} onChange={change} />
            }
            projects={projects}
            selected={selected}
            onSelectedChange={setSelected}
          />
        </>
      )}
      <AttachmentsDialogs
        search={search}
        rows={rows}
        chosen={chosen}
        ready={reading !== undefined}
        minutes={minutes}
        onRepaired={(id) => setSelected((now) => new Set([...now].filter((one) => one !== id)))}
      />
    </PageFrame>
  )
}

/** Repairs those that are selected, where they are of one verdict. */
function RepairButton({ chosen, onClick }: { chosen: readonly AuditRow[]; onClick: () => void }) {
  const { t } = useTranslation('audit')
  const readOnly = mayOnlyRead(useSession())
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
