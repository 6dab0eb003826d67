import type { SignedIn } from '#src/model/session.ts'

import { placeOf } from './session.ts'

/** All that is known of the project's snapshots; what changes volumes can make it stale, too. */
export const snapshotsKey = (session: SignedIn) => ['snapshots', ...placeOf(session)] as const
