import type { SignedIn } from './session.ts'

type Roles = Pick<SignedIn, 'roles'>

/** Whether the person has an administrator's role in the project. */
export const isAdministrator = ({ administrator }: Pick<SignedIn, 'administrator'>): boolean =>
  administrator

/**
 * Whether the person may only look. A cloud's policies decide in the end; by OpenStack's default roles one who has
 * `reader` and neither `member` nor `admin` changes nothing, and a role that we don't know is given the benefit of the doubt.
 */
export const mayOnlyRead = ({ roles }: Roles): boolean =>
  roles.length > 0 && roles.every((role) => role.toLowerCase() === 'reader')
