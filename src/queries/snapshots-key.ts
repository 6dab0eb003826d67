import type { SignedIn } from '#src/model/session.ts'

import { placeOf } from './session.ts'

/** All that is known of the project's snapshots; deleting a volume may take some with it. */
export const snapshotsKey = (session: SignedIn) => ['snapshots', ...placeOf(session)] as const
