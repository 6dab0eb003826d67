import type { QueryClient } from '@tanstack/react-query'

import { signInGate } from '#src/openstack/session/sign-in-gate.ts'
import { quitAttachmentWork } from '#src/queries/attachment-work.ts'
import { startAfresh } from '#src/queries/session.ts'

/** Stops what the person began and forgets what they saw; then whoever is signed in, if anybody, is asked for anew. */
export async function leave(client: QueryClient): Promise<void> {
  quitAttachmentWork(client)
  signInGate.abandon()
  await startAfresh(client)
}
