/** What a back end says of itself. */
export type Capability = string | number | boolean | null

const yes = new Set(['1', 't', 'true', 'on', 'y', 'yes'])
const isYes = (value: Capability | string) => yes.has(String(value).trim().toLowerCase())

type Method = (value: Capability, wanted: string) => boolean

/** Compares two numbers; what is none fits nothing. */
const numbers =
  (compare: (a: number, b: number) => boolean): Method =>
  (value, wanted) =>
    compare(
      typeof value === 'boolean' ? Number(value) : Number(value ?? Number.NaN),
      Number(wanted),
    )

const texts =
  (compare: (a: string, b: string) => boolean): Method =>
  (value, wanted) =>
    typeof value === 'string' && compare(value, wanted)

const methods: Record<string, Method> = {
  '=': numbers((a, b) => a >= b),
  '==': numbers((a, b) => a === b),
  '!=': numbers((a, b) => !Number.isNaN(a - b) && a !== b),
  '>=': numbers((a, b) => a >= b),
  '<=': numbers((a, b) => a <= b),
  's==': texts((a, b) => a === b),
  's!=': (value, wanted) => value !== wanted,
  's<': texts((a, b) => a < b),
  's<=': texts((a, b) => a <= b),
  's>': texts((a, b) => a > b),
  's>=': texts((a, b) => a >= b),
  '<in>': texts((a, b) => a.includes(b)),
  '<is>': (value, wanted) => isYes(value) === isYes(wanted),
}

/** Whether a capability is what an extra spec wants (cinder/scheduler/filters/extra_specs_ops.py, match). */
export function matches(value: Capability, wanted: string): boolean {
  const words = wanted.split(/\s+/).filter((word) => word !== '')
  const [operator = '', first] = words
  if (operator === '<or>') return words.some((word, index) => index % 2 === 1 && word === value)
  const method = Object.hasOwn(methods, operator) ? methods[operator] : undefined
  if (!method) return value === wanted
  return value !== null && first !== undefined && method(value, first)
}

/** The name of the capability that an extra spec is about; undefined for those of drivers, which don't count. */
export function capabilityOf(key: string): string | undefined {
  const [scope = '', ...rest] = key.split(':')
  if (rest.length === 0) return scope
  return scope === 'capabilities' ? rest.join(':') : undefined
}
