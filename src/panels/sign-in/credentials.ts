import type { PasswordSignIn } from '#src/model/cloud/session.ts'

/** What a person types to sign in with a password. */
export type Credentials = Pick<PasswordSignIn, 'userName' | 'password' | 'domain'>
