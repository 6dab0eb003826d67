import type { Workplace } from '#src/model/cloud/workplace.ts'

import { placeOf } from './session.ts'
/** All that is known of the project's snapshots; deleting a volume may take some with it. */
export const snapshotsKey = (session: Workplace) => ['snapshots', ...placeOf(session)] as const
