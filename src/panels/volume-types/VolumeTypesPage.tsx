import Add from '@mui/icons-material/Add'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { flawsOf } from '#src/model/cloud/listed.ts'
import { filterTypes, type TypeFacts } from '#src/model/volume-type/type-facts.ts'
import { PanelTable } from '#src/parts/table/PanelTable.tsx'
import { useStandardColumns } from '#src/parts/table/standard-columns.tsx'
import { projectNamesQuery } from '#src/queries/services/projects.ts'
import { useScope } from '#src/queries/session.ts'
import { allTypesQuery } from '#src/queries/volume-types/volume-types.ts'
import { ReasonedButton } from '#src/ui/form/ReasonedButton.tsx'
import { Page } from '#src/ui/page/Page.tsx'
import { useSelection } from '#src/ui/table/use-selection.ts'

import { typeColumns } from './type-columns.tsx'
import { TypeFilters } from './TypeFilters.tsx'
import { useTypeFacts } from './use-type-facts.ts'
import { useVolumeTypesDialog, useVolumeTypesSearch } from './volume-types-navigation.ts'
import { VolumeTypesDialogs } from './VolumeTypesDialogs.tsx'

const none: readonly TypeFacts[] = []
const idOf = ({ id }: TypeFacts) => id
const nameOf = ({ name }: TypeFacts) => name
const byName = { id: 'name', descending: false }

/** The panel Volume Types, for administrators. */
export function VolumeTypesPage() {
  const { t, i18n } = useTranslation('volumeTypes')
  const { search, change } = useVolumeTypesSearch()
  const { open } = useVolumeTypesDialog()
  const { types: known, error, besideError, retry } = useTypeFacts()
  const scope = useScope()
  const projects = useQuery(projectNamesQuery(scope)).data
  const flaws = useQuery({ ...allTypesQuery(scope), select: flawsOf }).data

  const types = known ?? none
  const filter = { text: search.q, shareable: search.shareable }
  const standard = useStandardColumns<TypeFacts>()
  const columns = useMemo(
    () => typeColumns(standard, t, i18n.language, (id) => projects?.get(id) ?? id),
    [standard, t, i18n.language, projects],
  )
  const { chosen, unselect, ...selection } = useSelection(types)
  return (
    <Page
      title={t('title')}
      actions={
        <>
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
        </>
      }
    >
      <PanelTable
        label={t('title')}
        search={search}
        change={change}
        rows={filterTypes(types, filter)}
        total={known?.length}
        columns={columns}
        rowId={idOf}
        rowName={nameOf}
        usualSorting={byName}
        filters={<TypeFilters search={search} onChange={change} />}
        filtering={Object.values(filter).some((value) => value !== undefined)}
        list={{ title: t('failed.list'), error, retry }}
        besides={{ title: t('failed.beside'), error: besideError, retry }}
        flaws={[flaws]}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
        noMatch={{ title: t('empty.filteredTitle'), text: t('empty.filteredText') }}
        {...selection}
      />
      <VolumeTypesDialogs
        dialog={search.dialog}
        type={types.find(({ id }) => id === search.type)}
        chosen={search.type === undefined ? chosen : none}
        onDeleted={unselect}
      />
    </Page>
  )
}
