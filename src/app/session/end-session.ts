import type { QueryClient } from '@tanstack/react-query'

import { signInGate } from '#src/openstack/session/sign-in-gate.ts'
import { quitAttachmentWork } from '#src/queries/attach/attachment-work.ts'
import { startAfresh } from '#src/queries/session.ts'

/** Stops running work, clears the caches and asks again who is signed in. */
export async function leave(client: QueryClient): Promise<void> {
  quitAttachmentWork(client)
  signInGate.abandon()
  await startAfresh(client)
}
