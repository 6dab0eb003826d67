import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { fillOf, overSubscriptionOf } from '#src/model/services/pool-capacity.ts'
import type { Capacity, Pool } from '#src/model/services/pool.ts'
import { poolsFor } from '#src/model/volume-type/type-placement.ts'
import type { VolumeType } from '#src/model/volume-type/volume-type.ts'
import { namesText } from '#src/parts/words/names-text.ts'
import { StatusChip } from '#src/ui/chips/StatusChip.tsx'
import { UsageBar } from '#src/ui/form/UsageBar.tsx'
import { count, gibibytes } from '#src/ui/formats.ts'
import { PlainTable } from '#src/ui/table/PlainTable.tsx'

const byName = (a: VolumeType, b: VolumeType) => a.name.localeCompare(b.name)

const Size = ({ children }: { children: ReactNode }) => (
  <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
    {children}
  </Box>
)

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
  const whole = (value: number) => count(Math.round(value), i18n.language)
  const capacity = (value: Capacity | null) => {
    if (value === null) return t('pools.unknown')
    return typeof value === 'number'
      ? gibibytes(Math.round(value), i18n.language)
      : t(`pools.${value}`)
  }
  const leading = (pool: Pool) => {
    if (types === undefined) return t('pools.unknown')
    const found = types.filter((type) => poolsFor(type, [pool]).length > 0).toSorted(byName)
    return found.length === 0 ? t('pools.noType') : namesText(tAttachments, found)
  }
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
      rows={pools.map((pool) => {
        const fill = fillOf(pool)
        const ratio = overSubscriptionOf(pool)
        return {
          key: pool.name,
          name: pool.name,
          cells: [
            <Box key="name" sx={{ minWidth: 150 }}>
              <Box sx={{ fontWeight: 600 }}>{pool.name}</Box>
              {pool.backendName !== '' && (
                <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
                  {t('pools.backEnd', { name: pool.backendName })}
                </Box>
              )}
            </Box>,
            <Size key="total">{capacity(pool.total)}</Size>,
            <Size key="allocated">{capacity(pool.allocatedGiB)}</Size>,
            <Size key="provisioned">{capacity(pool.provisionedGiB)}</Size>,
            <Box key="free" sx={{ minWidth: 170 }}>
              {capacity(pool.free)}
              {fill && (
                <UsageBar
                  label={t('pools.used')}
                  used={fill.used}
                  added={0}
                  limit={fill.limit ?? -1}
                  format={whole}
                />
              )}
            </Box>,
            ratio ? (
              <Box key="ratio" sx={{ minWidth: 140 }}>
                <UsageBar
                  label={t('pools.ratio')}
                  used={ratio.now}
                  added={0}
                  limit={ratio.most}
                  format={(value) => count(Number(value.toFixed(2)), i18n.language)}
                />
              </Box>
            ) : (
              t('pools.unknown')
            ),
            <StatusChip
              key="shareable"
              tone={pool.canShare ? 'good' : 'neutral'}
              label={t(pool.canShare ? 'pools.yes' : 'pools.no')}
            />,
            leading(pool),
          ],
        }
      })}
    />
  )
}
