import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'

import type { Fill } from '#src/model/pool-capacity.ts'
import { fillOf, isThin, overSubscriptionOf, promiseOf } from '#src/model/pool-capacity.ts'
import type { Capacity, Pool } from '#src/model/pool.ts'
import { poolsFor } from '#src/model/type-placement.ts'
import type { VolumeType } from '#src/model/volume-type.ts'
import { namesText } from '#src/parts/names-text.ts'
import { count, gibibytes } from '#src/ui/formats.ts'
import { PlainTable } from '#src/ui/PlainTable.tsx'
import { StatusChip } from '#src/ui/StatusChip.tsx'
import { UsageBar } from '#src/ui/UsageBar.tsx'

/** The storage pools: how large and how full they are, whether they can share, and which types lead to them. */
export function PoolsTable({
  pools,
  types,
}: {
  pools: readonly Pool[]
  /** Undefined where they are not known. */
  types: readonly VolumeType[] | undefined
}) {
  const { t, i18n } = useTranslation('backEnds')
  const { t: tAttachments } = useTranslation('attachments')
  const size = (value: number) => gibibytes(Math.round(value), i18n.language)
  const capacity = (value: Capacity) =>
    typeof value === 'number' ? size(value) : t(`pools.${value}`)
  const bar = (label: string, fill: Fill | undefined) =>
    fill === undefined ? (
      t('pools.unknown')
    ) : (
      <Box sx={{ minWidth: 210 }}>
        <UsageBar label={label} used={fill.used} added={0} limit={fill.limit ?? -1} format={size} />
      </Box>
    )
  const ratio = (pool: Pool) => {
    const now = overSubscriptionOf(pool)
    if (now === undefined) return t('pools.unknown')
    const text = count(Number(now.toFixed(2)), i18n.language)
    return isThin(pool) && pool.maxOverSubscription !== null
      ? t('pools.ratio', { now: text, most: count(pool.maxOverSubscription, i18n.language) })
      : text
  }
  const leading = (pool: Pool) =>
    types?.filter((type) => poolsFor(type, [pool]).length > 0).toSorted(byName)
  return (
    <PlainTable
      label={t('pools.title')}
      heads={[
        t('pools.name'),
        t('pools.total'),
        t('pools.allocated'),
        t('pools.provisioned'),
        t('pools.free'),
        t('pools.overSubscription'),
        t('pools.shareable'),
        t('pools.types'),
      ]}
      rows={pools.map((pool) => ({
        key: pool.name,
        name: pool.name,
        cells: [
          <Box key="name" sx={{ minWidth: 120 }}>
            <Box sx={{ fontWeight: 600 }}>{pool.name}</Box>
            {pool.backendName !== '' && (
              <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
                {t('pools.backEnd', { name: pool.backendName })}
              </Box>
            )}
          </Box>,
          capacity(pool.total),
          pool.allocatedGiB === null ? t('pools.unknown') : size(pool.allocatedGiB),
          bar(t('pools.provisioned'), promiseOf(pool)),
          <Box key="free">
            {capacity(pool.free)}
            {bar(t('pools.used'), fillOf(pool))}
          </Box>,
          ratio(pool),
          <StatusChip
            key="shareable"
            tone={pool.canShare ? 'good' : 'neutral'}
            label={t(pool.canShare ? 'pools.yes' : 'pools.no')}
          />,
          leadingText(leading(pool)),
        ],
      }))}
    />
  )

  function leadingText(found: readonly VolumeType[] | undefined) {
    if (found === undefined) return t('pools.unknown')
    return found.length === 0 ? t('pools.noType') : namesText(tAttachments, found)
  }
}

const byName = (a: VolumeType, b: VolumeType) => a.name.localeCompare(b.name)
