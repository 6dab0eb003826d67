import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

import { flawsOf } from '#src/model/cloud/listed.ts'
import { contains, folded } from '#src/model/search-text.ts'
import { QueryState } from '#src/parts/QueryState.tsx'
import { ListFlaws } from '#src/parts/table/ListFlaws.tsx'
import { poolsQuery } from '#src/queries/services/pools.ts'
import { volumeServicesQuery } from '#src/queries/services/services.ts'
import { useScope } from '#src/queries/session.ts'
import { allTypesQuery } from '#src/queries/volume-types/volume-types.ts'
import { FilterBar, FilterSearch } from '#src/ui/page/FilterBar.tsx'

import { useBackEndsSearch } from './back-ends-navigation.ts'
import { PoolsTable } from './PoolsTable.tsx'
import { ServicesTable } from './ServicesTable.tsx'
import { TypesThatLeadNowhere } from './TypesThatLeadNowhere.tsx'

const ServiceUseDialog = lazy(() =>
  import('./ServiceUseDialog.tsx').then((m) => ({ default: m.ServiceUseDialog })),
)

const found = (wanted: string, texts: readonly (string | null)[]) => contains(texts, wanted)

/** The page Back Ends: where volumes are put, what can be put there, and the services that do it. */
export function BackEndsPage() {
  const { t } = useTranslation('backEnds')
  const scope = useScope()
  const { search, change } = useBackEndsSearch()
  const pools = useQuery(poolsQuery(scope))
  const services = useQuery(volumeServicesQuery(scope))
  const types = useQuery(allTypesQuery(scope))
  const flaws = [
    useQuery({ ...poolsQuery(scope), select: flawsOf }).data,
    useQuery({ ...volumeServicesQuery(scope), select: flawsOf }).data,
  ]
  const wanted = folded(search.q ?? '')
  const shownPools = (pools.data ?? []).filter(({ name, backendName }) =>
    found(wanted, [name, backendName]),
  )
  const shownServices = (services.data ?? []).filter(({ binary, host, disabledReason }) =>
    found(wanted, [binary, host, disabledReason]),
  )
  const service = services.data?.find(({ id }) => id === search.service)
  const nothing = (all: readonly unknown[] | undefined, empty: string) =>
    all?.length === 0 ? empty : t('noMatch')
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, minWidth: 0 }}>
      <Typography variant="h5" component="h1">
        {t('title')}
      </Typography>
      {pools.data && types.data && <TypesThatLeadNowhere types={types.data} pools={pools.data} />}
      <ListFlaws of={flaws} />
      <FilterBar onClear={wanted === '' ? undefined : () => change({ q: undefined })}>
        <FilterSearch label={t('filter')} value={search.q} onChange={(q) => change({ q })} />
      </FilterBar>
      <Box component="section" aria-label={t('pools.title')}>
        <Typography variant="h6" component="h2" sx={{ mb: 1 }}>
          {t('pools.title')}
        </Typography>
        <QueryState
          query={pools}
          failed={t('pools.failed')}
          empty={shownPools.length === 0 ? nothing(pools.data, t('pools.none')) : undefined}
        >
          <PoolsTable pools={shownPools} types={types.data} />
        </QueryState>
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
          {t('pools.missing')}
        </Typography>
      </Box>
      <Box component="section" aria-label={t('services.title')}>
        <Typography variant="h6" component="h2" sx={{ mb: 1 }}>
          {t('services.title')}
        </Typography>
        <QueryState
          query={services}
          failed={t('services.failed')}
          empty={
            shownServices.length === 0 ? nothing(services.data, t('services.none')) : undefined
          }
        >
          <ServicesTable services={shownServices} />
        </QueryState>
      </Box>
      {search.dialog && service && (
        <Suspense>
          <ServiceUseDialog
            key={`${search.dialog} ${service.id}`}
            service={service}
            enable={search.dialog === 'enable'}
            onClose={() => change({ dialog: undefined, service: undefined })}
          />
        </Suspense>
      )}
    </Box>
  )
}
