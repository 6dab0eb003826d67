import type { Mutation, MutationCache } from '@tanstack/react-query'

/** What came of a request whose dialog was closed before the cloud had answered. */
export type LeftRequest = {
  id: number
  /** The title of the dialog. */
  title: string
  /** Undefined where the cloud has taken it. */
  error: Error | undefined
}

/** The request that is under way and was sent last: that of the dialog that is open. */
const newestOf = (cache: MutationCache): Mutation | undefined =>
  cache
    .findAll({ status: 'pending' })
    .toSorted((a, b) => a.state.submittedAt - b.state.submittedAt)
    .at(-1)

/** Follows the request that was sent last to its end, and tells what came of it. */
export function followNewest(
  cache: MutationCache,
  title: string,
  tell: (what: LeftRequest) => void,
): void {
  const left = newestOf(cache)
  if (!left) return
  const stop = cache.subscribe(({ mutation }) => {
    if (mutation !== left || left.state.status === 'pending') return
    stop()
    tell({ id: left.mutationId, title, error: left.state.error ?? undefined })
  })
}
