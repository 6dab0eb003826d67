import { isUuid } from '#mocks/cloud/ids.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

import { booleanOf, isObject, pythonRepr, pythonText } from './values.ts'

/** What a field may hold, as far as the services' JSON schemas say. */
export type Rule =
  | {
      is: 'object'
      fields: Record<string, Rule>
      required?: readonly string[]
      /** Whether it may have further fields. */
      open?: boolean
      orNull?: boolean
      /** Whether it must have any field at all. */
      filled?: boolean
    }
  /** Texts by key; `one`: of exactly one key. */
  | { is: 'texts'; keys: string; orNull?: boolean; one?: boolean; max?: number }
  | { is: 'text'; orNull?: boolean; min?: number; max?: number; pattern?: string }
  | { is: 'uuid'; orNull?: boolean }
  | { is: 'size'; orNull?: boolean }
  | { is: 'one of'; values: readonly string[]; orNull?: boolean }
  /** `letters: false` as Nova has it, for which a single letter is none. */
  | { is: 'boolean'; orNull?: boolean; letters?: false }
  | { is: 'list'; of: Rule }
  | { is: 'any of'; schemas: readonly ((value: unknown) => boolean)[] }
  | { is: 'anything' }

/** The largest number that a column of the databases takes. */
const maxInt = 2_147_483_647

/** The values that the services take for a boolean, in the order that their messages name them. */
const booleans =
  "[True, 'True', 'TRUE', 'true', '1', 'ON', 'On', 'on', 'YES', 'Yes', 'yes', 'y', 't', False, 'False', 'FALSE', 'false', '0', 'OFF', 'Off', 'off', 'NO', 'No', 'no', 'n', 'f']"

/** The refusal of a value, in the words of the services' schemas. */
export const refuse = (field: string, value: unknown, why: string) =>
  new Refusal(
    400,
    `Invalid input for field/attribute ${field}. Value: ${pythonText(value)}. ${why}`,
  )

const orNullType = (rule: { orNull?: boolean }) => (rule.orNull ? ", 'null'" : '')

/** Says which fields are none of the known ones. */
export function strangersIn(value: object, known: readonly string[]): string | undefined {
  const strangers = Object.keys(value).filter((name) => !known.includes(name))
  if (strangers.length === 0) return undefined
  const were = strangers.length === 1 ? 'was' : 'were'
  return `Additional properties are not allowed (${strangers.map((name) => `'${name}'`).join(', ')} ${were} unexpected)`
}

function checkObject(field: string, value: unknown, rule: Rule & { is: 'object' }) {
  if (value === null && rule.orNull) return
  if (!isObject(value))
    throw refuse(field, value, `${pythonRepr(value)} is not of type 'object'${orNullType(rule)}`)
  for (const [name, inner] of Object.entries(rule.fields))
    if (value[name] !== undefined) check(name, value[name], inner)
  if (rule.filled && Object.keys(value).length === 0)
    throw refuse(field, value, '{} does not have enough properties')
  const missing = rule.required?.find((name) => value[name] === undefined)
  if (missing) throw refuse(field, value, `'${missing}' is a required property`)
  const strangers = strangersIn(value, Object.keys(rule.fields))
  if (strangers && !rule.open) throw refuse(field, value, strangers)
}

function checkText(field: string, value: unknown, rule: Rule & { is: 'text' }) {
  if (value === null && rule.orNull) return
  const repr = pythonRepr(value)
  if (typeof value !== 'string')
    throw refuse(field, value, `${repr} is not of type 'string'${orNullType(rule)}`)
  if (rule.min !== undefined && value.length < rule.min)
    throw refuse(field, value, `${repr} is too short`)
  if (rule.max !== undefined && value.length > rule.max)
    throw refuse(field, value, `${repr} is too long`)
  if (rule.pattern !== undefined && !new RegExp(rule.pattern).test(value))
    throw refuse(field, value, `${repr} does not match '${rule.pattern}'`)
}

function checkTexts(field: string, value: unknown, rule: Rule & { is: 'texts' }) {
  if (value === null && rule.orNull) return
  if (!isObject(value))
    throw refuse(field, value, `${pythonRepr(value)} is not of type 'object'${orNullType(rule)}`)
  for (const [key, inner] of Object.entries(value)) {
    if (!new RegExp(rule.keys).test(key))
      throw refuse(field, value, `'${key}' does not match any of the regexes: '${rule.keys}'`)
    checkText(key, inner, { is: 'text', max: rule.max ?? 255 })
  }
  const count = Object.keys(value).length
  if (rule.one && count !== 1)
    throw refuse(
      field,
      value,
      `${pythonRepr(value)} ${count === 0 ? 'does not have enough' : 'has too many'} properties`,
    )
}

/** The refusal of what none of several schemas allows. */
export const noSchemaFits = (field: string, value: unknown) =>
  refuse(field, value, `${pythonRepr(value)} is not valid under any of the given schemas`)

function checkList(field: string, value: unknown, rule: Rule & { is: 'list' }) {
  if (!Array.isArray(value))
    throw refuse(field, value, `${pythonRepr(value)} is not of type 'array'`)
  value.forEach((item, index) => check(String(index), item, rule.of))
}

function checkSize(field: string, value: unknown, rule: Rule & { is: 'size' }) {
  if (value === null && rule.orNull) return
  const repr = pythonRepr(value)
  if (typeof value === 'string' && !/^[0-9]+$/.test(value))
    throw refuse(field, value, `${repr} does not match '^[0-9]+$'`)
  if (typeof value !== 'string' && !Number.isInteger(value))
    throw refuse(field, value, `${repr} is not of type 'integer', 'string'${orNullType(rule)}`)
  if (Number(value) < 1) throw refuse(field, value, `${repr} is less than the minimum of 1`)
  if (Number(value) > maxInt)
    throw refuse(field, value, `${repr} is greater than the maximum of ${maxInt}`)
}

function checkUuid(field: string, value: unknown, rule: Rule & { is: 'uuid' }) {
  if (isUuid(value) || (rule.orNull && value === null)) return
  // What may also be null is one of two schemas.
  if (rule.orNull) throw noSchemaFits(field, value)
  const isText = typeof value === 'string'
  throw refuse(
    field,
    value,
    `${pythonRepr(value)} is not ${isText ? "a 'uuid'" : "of type 'string'"}`,
  )
}

function checkOneOf(field: string, value: unknown, rule: Rule & { is: 'one of' }) {
  const repr = pythonRepr(value)
  if (typeof value !== 'string' && !(rule.orNull && value === null))
    throw refuse(field, value, `${repr} is not of type 'string'${orNullType(rule)}`)
  // Cinder forgot null among the values of what may be null.
  if (!rule.values.some((allowed) => allowed === value))
    throw refuse(field, value, `${repr} is not one of ${pythonRepr(rule.values)}`)
}

function checkBoolean(field: string, value: unknown, rule: Rule & { is: 'boolean' }) {
  const isLetter = typeof value === 'string' && /^[a-z]$/i.test(value)
  const fits = booleanOf(value) !== undefined && !(isLetter && rule.letters === false)
  if (fits || (rule.orNull && value === null)) return
  if (rule.orNull) throw noSchemaFits(field, value)
  const repr = pythonRepr(value)
  if (typeof value !== 'string')
    throw refuse(field, value, `${repr} is not of type 'boolean', 'string'`)
  const known = rule.letters === false ? booleans.replaceAll(/, '[a-z]'/g, '') : booleans
  throw refuse(field, value, `${repr} is not one of ${known}`)
}

/** Refuses, in the services' words, a field that does not hold what it may. */
export function check(field: string, value: unknown, rule: Rule): void {
  if (rule.is === 'object') checkObject(field, value, rule)
  if (rule.is === 'text') checkText(field, value, rule)
  if (rule.is === 'texts') checkTexts(field, value, rule)
  if (rule.is === 'size') checkSize(field, value, rule)
  if (rule.is === 'uuid') checkUuid(field, value, rule)
  if (rule.is === 'one of') checkOneOf(field, value, rule)
  if (rule.is === 'boolean') checkBoolean(field, value, rule)
  if (rule.is === 'list') checkList(field, value, rule)
  if (rule.is === 'any of' && !rule.schemas.some((fits) => fits(value)))
    throw noSchemaFits(field, value)
}

/** Checks the one field that a whole body consists of, besides which there may be `others`. */
export function checkBody(
  body: unknown,
  root: string,
  rule: Rule,
  others: readonly string[] = [],
): void {
  // Without a body Cinder and Nova call what takes one without it, and stumble.
  if (body === undefined)
    throw new Refusal(
      500,
      'The server has either erred or is incapable of performing the requested operation.',
    )
  if (!isObject(body)) throw new Refusal(400, `${pythonRepr(body)} is not of type 'object'`)
  if (body[root] === undefined) throw new Refusal(400, `'${root}' is a required property`)
  check(root, body[root], rule)
  const strangers = strangersIn(body, [root, ...others])
  if (strangers) throw new Refusal(400, strangers)
}
