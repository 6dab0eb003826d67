import { type MutationOptions, type QueryClient, useQueryClient } from '@tanstack/react-query'

import type { Scope } from '#src/model/cloud/scope.ts'
import type { MetadataChange } from '#src/model/volume/volume-metadata.ts'
import type { VolumeId } from '#src/model/volume/volume.ts'

import { changeMetadata } from './volumes/change-metadata.ts'
import { lookAtVolume } from './volumes/volumes.ts'

/** Carries a change out as `useMutation` would, with all that it refreshes: for changes of many things, each its own. */
export function runMutation<Answer, Variables, Result>(
  client: QueryClient,
  options: MutationOptions<Answer, Error, Variables, Result>,
  variables: Variables,
): Promise<Answer> {
  return client
    .getMutationCache()
    .build(client, client.defaultMutationOptions(options))
    .execute(variables)
}

/** `runMutation` with the page's client. */
export function useRunMutation() {
  const client = useQueryClient()
  return <Answer, Variables, Result>(
    options: MutationOptions<Answer, Error, Variables, Result>,
    variables: Variables,
  ): Promise<Answer> => runMutation(client, options, variables)
}

/** Sets and removes pairs of a volume's metadata; what else it has stays, also what somebody else is just adding. */
export const changeMetadataMutation = (scope: Scope, id: VolumeId) => ({
  mutationFn: (change: MetadataChange) => changeMetadata(scope, { kind: 'volumes', id }, change),
  onSettled: async (
    _answer: unknown,
    _error: Error | null,
    _change: unknown,
    _result: unknown,
    { client }: { client: QueryClient },
  ) => {
    // Should this look fail, the list's next reading comes instead; the act itself has its own outcome.
    await lookAtVolume(client, scope, id).catch(() => undefined)
  },
})
