import { LeftRequests } from './LeftRequests.tsx'
import { Offline } from './Offline.tsx'
import { UpdateNotice } from './UpdateNotice.tsx'

/** Notices about the page itself, over whatever is open. */
export const Notices = () => (
  <>
    <UpdateNotice />
    <Offline />
    <LeftRequests />
  </>
)
