import { LeftRequests } from './LeftRequests.tsx'
import { Offline } from './Offline.tsx'
import { UpdateNotice } from './UpdateNotice.tsx'

/** What the page says of itself, over whatever is open. */
export const Notices = () => (
  <>
    <UpdateNotice />
    <Offline />
    <LeftRequests />
  </>
)
