import Box from '@mui/material/Box'
import Tooltip from '@mui/material/Tooltip'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { backEndOf, type TypeFacts } from '#src/model/volume-type/type-facts.ts'
import { failedSharing } from '#src/model/volume-type/type-specs.ts'
import { isShareableType } from '#src/model/volume-type/volume-type.ts'
import { StatusChip, type Tone } from '#src/ui/chips/StatusChip.tsx'
import { ClippedText } from '#src/ui/table/ClippedText.tsx'

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis' } as const

/** A type's name, with its description below. */
export const TypeName = ({ type: { name, description } }: { type: TypeFacts }) => (
  <Box sx={{ minWidth: 0, lineHeight: 1.25 }}>
    <Box title={name} sx={{ ...oneLine, fontWeight: 600, lineHeight: '24px' }}>
      <bdi>{name}</bdi>
    </Box>
    {description !== '' && (
      <Box title={description} sx={{ ...oneLine, fontSize: 12, color: 'text.secondary' }}>
        <bdi>{description}</bdi>
      </Box>
    )}
  </Box>
)

/** Something that is wrong, with why; the keyboard reaches it. */
const Flagged = ({ tone, label, why }: { tone: Tone; label: string; why: string }) => (
  <Tooltip title={why} describeChild>
    <Box
      component="span"
      tabIndex={0}
      sx={{ display: 'inline-flex', minWidth: 0, maxWidth: '100%' }}
    >
      <StatusChip tone={tone} label={label} />
    </Box>
  </Tooltip>
)

/** Whether volumes of a type can be shared, or why that does not work out. */
export function ShareableCell({ type }: { type: TypeFacts }) {
  const { t } = useTranslation('volumeTypes')
  const odd = failedSharing(type)
  if (odd !== undefined)
    return <Flagged tone="warn" label={t('no')} why={t('flags.notShareable', { value: odd })} />
  if (!isShareableType(type)) return t('no')
  if (type.encryption)
    return <Flagged tone="bad" label={t('flags.encrypted')} why={t('flags.encryptedWhy')} />
  return type.gap === 'no-pool-shares' ? (
    <Flagged tone="bad" label={t('flags.nobodyShares')} why={t('flags.nobodySharesWhy')} />
  ) : (
    t('yes')
  )
}

/** The back end that a type asks for; flagged where no pool has what it asks for. */
export function BackEndCell({ type }: { type: TypeFacts }) {
  const { t } = useTranslation('volumeTypes')
  const name = backEndOf(type)
  const label = name || t('anyBackEnd')
  return type.gap === 'no-pool' ? (
    <Flagged tone="bad" label={label} why={t('flags.nowhereWhy')} />
  ) : (
    <ClippedText text={label} />
  )
}

/** How volumes of a type are encrypted. */
export function EncryptedCell({ type: { encryption } }: { type: TypeFacts }): ReactNode {
  const { t } = useTranslation('volumeTypes')
  if (!encryption) return encryption === null ? t('no') : t('unknown')
  const { provider, cipher, keySize } = encryption
  const details = [provider, cipher, keySize === null ? '' : t('bits', { count: keySize })]
  return (
    <ClippedText
      text={t('encryptedBy', { provider })}
      title={details.filter((text) => text !== '').join(' · ')}
    />
  )
}

/** Of whom a type is the default. */
export function DefaultCell({
  type: { isDefaultOfCloud, defaultOf },
  projectName,
}: {
  type: TypeFacts
  projectName: (id: string) => string
}) {
  const { t } = useTranslation('volumeTypes')
  const whose = [...(isDefaultOfCloud ? [t('defaultOfCloud')] : []), ...defaultOf.map(projectName)]
  return <ClippedText text={whose.length === 0 ? t('none') : whose.join(', ')} />
}
