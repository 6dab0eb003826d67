import { MutationCache, QueryClient, type QueryKey } from '@tanstack/react-query'

import { isPassingFailure, pauseAfter } from '#src/openstack/http/api-error.ts'

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: { refreshes?: readonly QueryKey[] }
  }
}

/** A pause that is longer is not waited for unseen: the failure is shown, and the next reading comes after it. */
const longestPauseMs = 10_000

const mayRetry = (failures: number, error: Error) =>
  failures < 2 && isPassingFailure(error) && (pauseAfter(error) ?? 0) <= longestPauseMs

const retryDelay = (failures: number, error: Error) =>
  Math.max(pauseAfter(error) ?? 0, 1_000 * 2 ** failures)

/** Where what the page knows of the cloud is kept. What a change makes stale is read again, also when it failed: our picture was old. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: { retry: mayRetry, retryDelay, refetchOnWindowFocus: true },
      // What is sent without a network fails at once: it must not be carried out later, when nobody expects it any more.
      mutations: { networkMode: 'always' },
    },
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

/** What this page knows of the cloud. */
export const queryClient = createQueryClient()
