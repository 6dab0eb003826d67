import { MutationCache, QueryClient, type QueryKey } from '@tanstack/react-query'

import { ApiError } from '#src/openstack/api-error.ts'

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: { refreshes?: readonly QueryKey[] }
  }
}

/** Failures that another try may cure without anybody doing anything. */
const passing: ReadonlySet<string> = new Set(['unreachable', 'server-fault', 'too-many-requests'])

const mayRetry = (failures: number, error: Error) =>
  failures < 2 && error instanceof ApiError && passing.has(error.kind)

/** What the page knows of the cloud. What a change makes stale is read again, also when it failed: our picture was old. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    defaultOptions: { queries: { retry: mayRetry, refetchOnWindowFocus: true } },
    mutationCache: new MutationCache({
      onSettled: async (_data, _error, _variables, _result, { meta }) => {
        await Promise.all(
          (meta?.refreshes ?? []).map((queryKey) => client.invalidateQueries({ queryKey })),
        )
      },
    }),
  })
  return client
}
