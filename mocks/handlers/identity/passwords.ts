import { Refusal } from '#mocks/cloud/refusal.ts'
import { noContent } from '#mocks/handlers/answer.ts'
import { objectIn, pythonRepr, textOf, type Json } from '#mocks/handlers/values.ts'

import { keystoneJson, type OpenRun } from './keystone-ask.ts'
import { unauthorized } from './keystone-refusals.ts'

const missing = (field: string, user: Json) =>
  new Refusal(
    400,
    `'${field}' is a required property

Failed validating 'required' in schema:
    {'type': 'object',
     'properties': {'original_password': {'type': 'string'},
                    'password': {'type': 'string'}},
     'required': ['original_password', 'password'],
     'additionalProperties': False}

On instance:
    ${pythonRepr(user)}`,
  )

function fieldOf(user: Json, field: string): string {
  const value = textOf(user[field])
  if (value === undefined) throw missing(field, user)
  return value
}

/** `[security_compliance] unique_last_password_count`: clouds whose passwords expire rarely allow the same one again. */
const uniqueCount = 1

/** People change their own password, also an expired one (keystone/api/users.py, UserPasswordResource). */
export const changePassword: OpenRun = async ({ identity, request, params }) => {
  const given = objectIn(await keystoneJson(request), 'user')
  const original = fieldOf(given, 'original_password')
  const password = fieldOf(given, 'password')
  const user = identity.users.get(params['id'] ?? '')
  if (!user) throw new Refusal(404, `Could not find user: ${params['id']}.`)
  if (user.password !== original) throw unauthorized()
  if (password === original)
    throw new Refusal(
      400,
      `The new password cannot be identical to a previous password. The total number which includes the new password must be unique is ${uniqueCount}.`,
    )
  identity.changePassword(user, password)
  return noContent
}
