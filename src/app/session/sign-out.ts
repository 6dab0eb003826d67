import type { QueryClient } from '@tanstack/react-query'

import { router } from '#src/app/routes/router.tsx'
import type { SignOutResult } from '#src/model/cloud/session.ts'
import { stayHere } from '#src/panels/sign-in/web-sso-visit.ts'
import { noteSignOut } from '#src/queries/sign-out-note.ts'

import { leave } from './end-session.ts'

/** Leaves the page after a sign-out. `result` is undefined where the server could not be reached. */
export async function afterSignOut(client: QueryClient, result: SignOutResult | undefined) {
  stayHere()
  if (result?.goTo !== undefined) return location.assign(result.goTo)
  await router.navigate({ to: '/' })
  await leave(client)
  noteSignOut(client, result?.notRevoked)
}
