import type { QueryClient } from '@tanstack/react-query'

import type { SignOutResult } from '#src/model/session.ts'
import { stayHere } from '#src/panels/sign-in/web-sso-visit.ts'
import { noteSignOut } from '#src/queries/sign-out-note.ts'

import { leave } from './leave.ts'
import { router } from './router.tsx'

/** Leaves the page after a sign-out. `result` is undefined where the server could not be reached. */
export async function afterSignOut(client: QueryClient, result: SignOutResult | undefined) {
  stayHere()
  if (result?.goTo !== undefined) return location.assign(result.goTo)
  await router.navigate({ to: '/' })
  await leave(client)
  noteSignOut(client, result?.notRevoked)
}
