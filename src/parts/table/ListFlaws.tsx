import { Suspense } from 'react'

import { flawsTogether, type ListFlaws as Flaws } from '#src/model/cloud/listed.ts'
import { lazyPart } from '#src/ui/lazy-part.tsx'

const Notice = lazyPart(async () => (await import('./ListFlawsNotice.tsx')).ListFlawsNotice)

/** Says what is missing from a table because it could not be read; renders nothing where all could. */
export function ListFlaws({ of }: { of: readonly (Flaws | undefined)[] }) {
  const flaws = flawsTogether(of.filter((one) => one !== undefined))
  if (flaws.unread.length === 0 && !flaws.cutShort) return null
  return (
    <Suspense fallback={null}>
      <Notice flaws={flaws} />
    </Suspense>
  )
}
