import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { essence, type Exchange, exchangeOf } from './essence.ts'
import { type Incidental, incidental, notCovered } from './exceptions.ts'
import { openStage, type Told } from './stage.ts'
import { stories } from './stories/stories.ts'

/**
 * Exchanges with a real OpenStack, asked again of the embedded one in the same situation: the request, the status,
 * the telling headers and the body, to the letter but for ids, times and hosts.
 */
const folder = new URL('../recordings/', import.meta.url)

const recordings = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length))

const recorded = (name: string): Exchange =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))

const asked = new Map<string, Told>()
const broken = new Map<string, unknown>()
for (const [name, story] of Object.entries(stories)) {
  const stage = await openStage()
  await story(stage).catch((error: unknown) => broken.set(name, error))
  for (const one of stage.told) asked.set(one.name, one)
}

/** Leaves out what differs without meaning anything. */
function without(value: unknown, exception: Incidental | undefined, path = ''): unknown {
  if (!exception || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const kept = value.filter((item) => !exception.missing?.(item))
    const items = kept.map((item) => without(item, exception, `${path}[]`))
    return exception.anyOrder?.test(path)
      ? items.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
      : items
  }
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, inner]) => [name, inner, path === '' ? name : `${path}.${name}`] as const)
      .filter(([, , here]) => !exception.paths?.test(here))
      .map(([name, inner, here]) => [name, without(inner, exception, here)]),
  )
}

test.each(Object.keys(stories))('the story of %s comes to its end', (name) => {
  expect(broken.get(name)).toBeUndefined()
})

test.each(recordings.filter((name) => !(name in notCovered)))('%s', (name) => {
  const told = asked.get(name)
  expect(told, 'no story asks this').toBeDefined()
  if (!told) return
  const exception = incidental[name.slice(0, 3)]
  expect(without(essence(exchangeOf(told.reply)), exception)).toEqual(
    without(essence(recorded(name)), exception),
  )
})

describe('the exceptions', () => {
  test('name recordings that there are, and that no story asks', () => {
    const names = Object.keys(notCovered)
    expect(names.filter((name) => asked.has(name))).toEqual([])
    expect(names.filter((name) => !recordings.includes(name))).toEqual([])
  })
})
