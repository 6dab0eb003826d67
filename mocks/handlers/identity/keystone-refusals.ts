import type { Receipt } from '#mocks/cloud/identity/receipts.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

/** One sentence for everything that is wrong, so that nobody learns which users and projects there are. */
export const unauthorized = () =>
  new Refusal(401, 'The request you have made requires authentication.')

/** The refusal of a body in which something is missing. */
export const expecting = (what: string, where: string) =>
  new Refusal(
    400,
    `Expecting to find ${what} in ${where}. The server could not comply with the request since it is either malformed or otherwise incorrect. The client is assumed to be in error.`,
  )

/** Keystone's ForbiddenAction, whose sentence ends with a second full stop where the action is a sentence. */
export const forbidden = (action: string) =>
  new Refusal(403, `You are not authorized to perform the requested action: ${action}.`)

/** The refusal of a way to sign in, with what Keystone has to say of the ways (exception.py, AuthPluginException). */
export class MethodRefusal extends Refusal {
  readonly identity: { methods?: readonly string[] }

  constructor(message: string, methods?: readonly string[]) {
    super(401, message)
    this.identity = methods ? { methods } : {}
  }
}

/** What was given is right, but it is not enough to sign in. */
export class MissingMethods extends Refusal {
  readonly receipt: Receipt

  constructor(receipt: Receipt) {
    super(401, 'Insufficient auth methods received.')
    this.receipt = receipt
  }
}
