import { isUuid } from '#mocks/cloud/ids.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

import { booleanOf, isObject, pythonRepr, pythonText } from './values.ts'

/** What a field may hold, as far as the services' JSON schemas say. */
export type Rule =
  | { is: 'object'; fields: Record<string, Rule>; required?: readonly string[]; open?: boolean }
  | { is: 'texts'; keys: string }
  | { is: 'text'; orNull?: boolean; min?: number; max?: number; pattern?: string }
  | { is: 'uuid'; orNull?: boolean }
  | { is: 'size' }
  | { is: 'one of'; values: readonly string[] }
  | { is: 'list'; of: Rule }
  | { is: 'any of'; schemas: readonly ((value: unknown) => boolean)[] }
  | { is: 'boolean' }
  | { is: 'anything' }

/** The values that the services take for a boolean, in the order that their messages name them. */
const booleans =
  "[True, 'True', 'TRUE', 'true', '1', 'ON', 'On', 'on', 'YES', 'Yes', 'yes', 'y', 't', False, 'False', 'FALSE', 'false', '0', 'OFF', 'Off', 'off', 'NO', 'No', 'no', 'n', 'f']"

const refuse = (field: string, value: unknown, why: string) =>
  new Refusal(
    400,
    `Invalid input for field/attribute ${field}. Value: ${pythonText(value)}. ${why}`,
  )

function checkObject(field: string, value: unknown, rule: Rule & { is: 'object' }) {
  if (!isObject(value)) throw refuse(field, value, `${pythonRepr(value)} is not of type 'object'`)
  for (const [name, inner] of Object.entries(rule.fields))
    if (value[name] !== undefined) check(name, value[name], inner)
  const missing = rule.required?.find((name) => value[name] === undefined)
  if (missing) throw refuse(field, value, `'${missing}' is a required property`)
  const strangers = Object.keys(value).filter((name) => !(name in rule.fields))
  if (rule.open || strangers.length === 0) return
  const were = strangers.length === 1 ? 'was' : 'were'
  throw refuse(
    field,
    value,
    `Additional properties are not allowed (${strangers.map((name) => `'${name}'`).join(', ')} ${were} unexpected)`,
  )
}

function checkText(field: string, value: unknown, rule: Rule & { is: 'text' }) {
  if (value === null && rule.orNull) return
  const repr = pythonRepr(value)
  if (typeof value !== 'string')
    throw refuse(field, value, `${repr} is not of type 'string'${rule.orNull ? ", 'null'" : ''}`)
  if (rule.min !== undefined && value.length < rule.min)
    throw refuse(field, value, `${repr} is too short`)
  if (rule.max !== undefined && value.length > rule.max)
    throw refuse(field, value, `${repr} is too long`)
  if (rule.pattern !== undefined && !new RegExp(rule.pattern).test(value))
    throw refuse(field, value, `${repr} does not match '${rule.pattern}'`)
}

function checkTexts(field: string, value: unknown, rule: Rule & { is: 'texts' }) {
  if (!isObject(value)) throw refuse(field, value, `${pythonRepr(value)} is not of type 'object'`)
  for (const [key, inner] of Object.entries(value)) {
    if (!new RegExp(rule.keys).test(key))
      throw refuse(field, value, `'${key}' does not match any of the regexes: '${rule.keys}'`)
    checkText(key, inner, { is: 'text', max: 255 })
  }
}

function checkList(field: string, value: unknown, rule: Rule & { is: 'list' }) {
  if (!Array.isArray(value))
    throw refuse(field, value, `${pythonRepr(value)} is not of type 'array'`)
  value.forEach((item, index) => check(String(index), item, rule.of))
}

function checkSize(field: string, value: unknown) {
  if (value === null) return
  const repr = pythonRepr(value)
  if (typeof value === 'string' && !/^[0-9]+$/.test(value))
    throw refuse(field, value, `${repr} does not match '^[0-9]+$'`)
  if (typeof value !== 'string' && !Number.isInteger(value))
    throw refuse(field, value, `${repr} is not of type 'integer', 'string', 'null'`)
  if (Number(value) < 1) throw refuse(field, value, `${repr} is less than the minimum of 1`)
}

/** Refuses, in the services' words, a field that does not hold what it may. */
export function check(field: string, value: unknown, rule: Rule): void {
  if (rule.is === 'object') checkObject(field, value, rule)
  if (rule.is === 'text') checkText(field, value, rule)
  if (rule.is === 'texts') checkTexts(field, value, rule)
  if (rule.is === 'size') checkSize(field, value)
  if (rule.is === 'list') checkList(field, value, rule)
  if (rule.is === 'any of' && !rule.schemas.some((fits) => fits(value)))
    throw refuse(field, value, `${pythonRepr(value)} is not valid under any of the given schemas`)
  if (rule.is === 'uuid' && !isUuid(value) && !(rule.orNull && value === null))
    throw refuse(field, value, `${pythonRepr(value)} is not a 'uuid'`)
  if (rule.is === 'one of' && !rule.values.some((allowed) => allowed === value))
    throw refuse(field, value, `${pythonRepr(value)} is not one of ${pythonRepr(rule.values)}`)
  if (rule.is === 'boolean' && booleanOf(value) === undefined)
    throw refuse(field, value, `${pythonRepr(value)} is not one of ${booleans}`)
}

/** Checks the one field that a whole body consists of. */
export function checkBody(body: unknown, root: string, rule: Rule): void {
  if (!isObject(body) || body[root] === undefined)
    throw new Refusal(400, `'${root}' is a required property`)
  check(root, body[root], rule)
}
