import Add from '@mui/icons-material/Add'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { flawsOf } from '#src/model/listed.ts'
import { filterTypes, type TypeFacts } from '#src/model/type-facts.ts'
import { noticeOf } from '#src/openstack/error-notice.ts'
import { ListFlaws } from '#src/parts/ListFlaws.tsx'
import {
  hiddenIn,
  sortingIn,
  sortingText,
  widthsIn,
  widthsInText,
} from '#src/parts/table-address.ts'
import { projectNamesQuery } from '#src/queries/projects.ts'
import { useSession } from '#src/queries/session.ts'
import { allTypesQuery } from '#src/queries/volume-types.ts'
import { ColumnsMenu } from '#src/ui/ColumnsMenu.tsx'
import { DataTable } from '#src/ui/DataTable.tsx'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { ErrorNotice } from '#src/ui/ErrorNotice.tsx'
import { count } from '#src/ui/formats.ts'
import { PageFrame } from '#src/ui/PageFrame.tsx'
import { ReasonedButton } from '#src/ui/ReasonedButton.tsx'
import { TableCount } from '#src/ui/TableCount.tsx'
import { TableFrame } from '#src/ui/TableFrame.tsx'

import { typeColumns } from './typeColumns.tsx'
import { TypeFilters } from './TypeFilters.tsx'
import { useTypeFacts } from './use-type-facts.ts'
import { useVolumeTypesDialog, useVolumeTypesSearch } from './volume-types-navigation.ts'
import { VolumeTypesDialogs } from './VolumeTypesDialogs.tsx'

const none: readonly TypeFacts[] = []
const idOf = ({ id }: TypeFacts) => id
const nameOf = ({ name }: TypeFacts) => name

/** The panel Volume Types, for administrators. */
export function VolumeTypesPage() {
  const { t, i18n } = useTranslation('volumeTypes')
  const { search, change } = useVolumeTypesSearch()
  const { open } = useVolumeTypesDialog()
  const { types: known, error, besideError, retry } = useTypeFacts()
  const session = useSession()
  const projects = useQuery(projectNamesQuery(session)).data
  const flaws = useQuery({ ...allTypesQuery(session), select: flawsOf }).data

  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const types = known ?? none
  const filter = { text: search.q, shareable: search.shareable }
  const filtering = Object.values(filter).some((value) => value !== undefined)
  const shown = filterTypes(types, filter)
  const columns = useMemo(
    () => typeColumns(t, i18n.language, (id) => projects?.get(id) ?? id),
    [t, i18n.language, projects],
  )
  const chosen = types.filter(({ id }) => selected.has(id))
  return (
    <PageFrame>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography variant="h5" component="h1" sx={{ flex: 1 }}>
          {t('title')}
        </Typography>
        <Button variant="contained" startIcon={<Add />} onClick={() => open('create')}>
          {t('actions.create')}
        </Button>
        <ReasonedButton
          color="error"
          variant="outlined"
          obstacle={chosen.length === 0 ? t('nothingSelected') : undefined}
          onClick={() => open('delete')}
        >
          {t('actions.deleteMany')}
        </ReasonedButton>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
        <Box sx={{ flex: 1, minWidth: 240 }}>
          <TypeFilters search={search} onChange={change} />
        </Box>
        <ColumnsMenu
          columns={columns}
          hidden={hiddenIn(search.hide)}
          onHiddenChange={(ids) => change({ hide: ids.join(',') || undefined })}
          onReset={() => change({ hide: undefined, widths: undefined })}
        />
      </Box>
      {error && <ErrorNotice title={t('failed.list')} {...noticeOf(error)} onRetry={retry} />}
      {besideError && !error && (
        <ErrorNotice
          severity="warning"
          title={t('failed.beside')}
          {...noticeOf(besideError)}
          onRetry={retry}
        />
      )}
      <ListFlaws of={[flaws]} />
      <TableFrame shown={!error || known !== undefined}>
        <DataTable
          label={t('title')}
          rows={shown}
          columns={columns}
          rowId={idOf}
          rowName={nameOf}
          sorting={
            sortingIn(search.sort, (id) =>
              columns.some((column) => column.id === id && column.compare !== undefined),
            ) ?? { id: 'name', descending: false }
          }
          onSortingChange={(sorting) => change({ sort: sortingText(sorting) })}
          hidden={hiddenIn(search.hide)}
          widths={widthsIn(search.widths)}
          onWidthsChange={(widths) => change({ widths: widthsInText(widths) })}
          selected={selected}
          onSelectedChange={setSelected}
          loading={known === undefined && !error}
          empty={
            filtering ? (
              <EmptyState title={t('empty.filteredTitle')} text={t('empty.filteredText')} />
            ) : (
              <EmptyState title={t('empty.title')} text={t('empty.text')} />
            )
          }
        />
        {known && (
          <TableCount>
            {shown.length === types.length
              ? t('displaying', { count: types.length })
              : t('displayingOf', {
                  shown: count(shown.length, i18n.language),
                  count: types.length,
                })}
          </TableCount>
        )}
      </TableFrame>
      <VolumeTypesDialogs
        dialog={search.dialog}
        type={types.find(({ id }) => id === search.type)}
        chosen={search.type === undefined ? chosen : none}
        onDeleted={(id) => setSelected((now) => new Set([...now].filter((one) => one !== id)))}
      />
    </PageFrame>
  )
}
