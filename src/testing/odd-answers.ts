import { readdirSync, readFileSync } from 'node:fs'

import fc from 'fast-check'

const folder = new URL('../../mocks/recordings/', import.meta.url)

type Recording = {
  request: { method: string; url: string }
  response: { status: number; body: unknown }
}

let recordings: readonly Recording[] | undefined

function allRecordings(): readonly Recording[] {
  recordings ??= readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name): Recording => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  return recordings
}

/** The answers with status 200 that a real cloud gave at addresses whose path ends in `path`, with content in them. */
export const recordedAnswers = (path: RegExp): unknown[] =>
  allRecordings()
    .filter(
      ({ request, response }) =>
        request.method === 'GET' &&
        response.status === 200 &&
        path.test(new URL(request.url).pathname),
    )
    .map(({ response }) => response.body)

type Path = readonly (string | number)[]

/** The places of all values in a JSON value, outermost first. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Array.isArray(value)
    ? value.flatMap((one: unknown, place) => placesIn(one, [...path, place]))
    : Object.entries(value).flatMap(([key, one]) => placesIn(one, [...path, key]))
  return [path, ...inner]
}

/** A value with another in one place; `undefined` takes away what is there. */
function withOdd(value: unknown, [step, ...rest]: Path, odd: unknown): unknown {
  if (step === undefined) return odd
  if (Array.isArray(value)) {
    const items: unknown[] = value
    return items.flatMap((one, place) => {
      if (place !== step) return [one]
      const changed = withOdd(one, rest, odd)
      return changed === undefined ? [] : [changed]
    })
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => {
      if (key !== step) return [[key, one]]
      const changed = withOdd(one, rest, odd)
      return changed === undefined ? [] : [[key, changed]]
    }),
  )
}

/** What clouds, drivers, plug-ins and proxies put where something else is expected. */
export const oddValues: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  'None',
  'null',
  '0',
  'true',
  'False',
  '<b>bold</b>',
  'x'.repeat(10_000),
  '\u202Egnp.exe\u0000',
  '2026-13-45T99:99:99',
  0,
  -1,
  1.5,
  1e21,
  true,
  false,
  [],
  {},
  [null],
  [[]],
  { id: null },
  { links: 'next' },
]

/** A recorded answer in which up to three values are odd. */
export const oddAnswers = (answers: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.constantFrom(...answers),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom(...oddValues)), { minLength: 1, maxLength: 3 }),
    )
    .map(([answer, changes]) => {
      let odd = answer
      for (const [choice, value] of changes) {
        const places = placesIn(odd).slice(1)
        const place = places[choice % places.length]
        if (place !== undefined) odd = withOdd(odd, place, value)
      }
      return odd
    })

/** What a page must not show, wherever it is in a value; with its place. */
export function* unshowable(value: unknown, path: Path = []): Generator<string> {
  const place = path.join('.')
  if (value === undefined) yield `${place}: undefined`
  else if (typeof value === 'number' && !Number.isFinite(value)) yield `${place}: ${value}`
  else if (value instanceof Map)
    for (const [key, one] of value) yield* unshowable(one, [...path, String(key)])
  else if (Array.isArray(value))
    for (const [index, one] of value.entries()) yield* unshowable(one, [...path, index])
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) yield* unshowable(one, [...path, key])
}
