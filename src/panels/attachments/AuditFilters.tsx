import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'

import type { AuditRow } from '#src/model/audit/attachment-audit.ts'
import { hostOf, projectOf } from '#src/model/audit/audit-filter.ts'
import {
  FilterBar,
  FilterChoice,
  FilterFlag,
  FilterSearch,
  withChosen,
} from '#src/ui/page/FilterBar.tsx'

import { type AttachmentsSearch, usualMinutes } from './attachments-search.ts'
import type { ProjectNames } from './audit-columns.tsx'

const noFilter = {
  q: undefined,
  verdict: undefined,
  project: undefined,
  host: undefined,
  agreed: undefined,
}

const valuesOf = (rows: readonly AuditRow[], of: (row: AuditRow) => string | null): string[] =>
  [...new Set(rows.flatMap((row) => of(row) ?? []))].toSorted()

/** Chooses which rows are shown, and from when on something counts as stuck. */
export function AuditFilters({
  search: { q, verdict, project, host, agreed, minutes },
  rows,
  projects,
  onChange,
}: {
  search: AttachmentsSearch
  rows: readonly AuditRow[]
  projects: ProjectNames
  onChange: (change: Partial<AttachmentsSearch>) => void
}) {
  const { t } = useTranslation('audit')
  const isFiltering = [q, verdict, project, host, agreed].some((one) => one !== undefined)
  return (
    <FilterBar onClear={isFiltering ? () => onChange(noFilter) : undefined}>
      <FilterSearch label={t('filter')} value={q} onChange={(text) => onChange({ q: text })} />
      <FilterChoice
        label={t('filters.project')}
        anyLabel={t('filters.anyProject')}
        choices={withChosen(valuesOf(rows, projectOf), project).map((id) => ({
          value: id,
          label: projects.get(id) ?? id,
        }))}
        value={project}
        onChange={(id) => onChange({ project: id })}
      />
      <FilterChoice
        label={t('filters.host')}
        anyLabel={t('filters.anyHost')}
        choices={withChosen(valuesOf(rows, hostOf), host).map((one) => ({
          value: one,
          label: one,
        }))}
        value={host}
        onChange={(one) => onChange({ host: one })}
      />
      <TextField
        type="number"
        size="small"
        label={t('filters.minutes')}
        value={minutes ?? usualMinutes}
        onChange={({ target }) => {
          const wanted = Number(target.value)
          onChange({ minutes: wanted >= 1 && wanted !== usualMinutes ? wanted : undefined })
        }}
        sx={{ width: 168 }}
        slotProps={{ htmlInput: { min: 1, max: 100_000 } }}
      />
      <FilterFlag
        label={t('filters.agreed')}
        on={agreed}
        onChange={(on) => onChange({ agreed: on })}
      />
    </FilterBar>
  )
}
