import type { QueryClient } from '@tanstack/react-query'

import type { Scope } from '#src/model/cloud/scope.ts'
import { instancesQuery } from '#src/queries/attach/instances.ts'
import { sessionQuery } from '#src/queries/session.ts'
import { volumesQuery } from '#src/queries/volumes/volumes.ts'

type Loader = (given: { context: { client: QueryClient } }) => void

/** Asks for the lists that a page about volumes begins with, while the page's code is still being fetched and drawn. */
export const volumesAhead =
  (place: Pick<Scope, 'allProjects'> = {}): Loader =>
  ({ context: { client } }) => {
    const ask = async () => {
      const session = await client.ensureQueryData(sessionQuery)
      if (session.state !== 'signed-in') return
      const workplace = { ...session, ...place }
      await Promise.all([
        client.prefetchQuery(volumesQuery(workplace)),
        client.prefetchQuery(instancesQuery(workplace)),
      ])
    }
    // The page asks again and shows what is wrong.
    ask().catch(() => undefined)
  }
