import { type QueryClient, skipToken, useQuery } from '@tanstack/react-query'

import type { SignOutResult } from '#src/model/cloud/session.ts'

type Note = NonNullable<SignOutResult['notRevoked']>

const key = ['sign-out-note'] as const

/** Leaves a note for the sign-in page that the last sign-out did not end the token. */
export const noteSignOut = (client: QueryClient, note: Note | undefined): void =>
  void client.setQueryData(key, note)

/** Why and until when the token of the last sign-out still works; undefined where it does not. */
export const useSignOutNote = (): Note | undefined =>
  useQuery<Note>({ queryKey: key, queryFn: skipToken }).data
