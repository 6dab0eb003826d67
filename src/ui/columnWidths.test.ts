import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { shareWidth, type ColumnNeed } from './columnWidths.ts'

const name: ColumnNeed = { id: 'name', least: 200, grow: 1 }
const size: ColumnNeed = { id: 'size', least: 80, grow: 0 }
const attachedTo: ColumnNeed = { id: 'attachedTo', least: 220, grow: 3 }

const sum = (widths: Map<string, number>) => [...widths.values()].reduce((a, b) => a + b, 0)

const needs = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1 }),
    least: fc.integer({ min: 24, max: 600 }),
    grow: fc.integer({ min: 0, max: 5 }),
    chosen: fc.option(fc.integer({ min: 24, max: 900 }), { nil: undefined }),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 20 },
)

describe('sharing out the width of a table', () => {
  test('free width goes to the growing columns by their shares', () => {
    expect([...shareWidth([name, size, attachedTo], 900)]).toEqual([
      ['name', 300],
      ['size', 80],
      ['attachedTo', 520],
    ])
  })

  test('in a table that is too narrow each column keeps its least width', () => {
    expect([...shareWidth([name, size, attachedTo], 390).values()]).toEqual([200, 80, 220])
  })

  test('a column that the person resized keeps the chosen width, and the others take the rest', () => {
    const widths = shareWidth([{ ...name, chosen: 150 }, size, attachedTo], 900)
    expect([...widths.values()]).toEqual([150, 80, 670])
  })

  test('the columns fill the table exactly as soon as one may grow and there is room', () => {
    fc.assert(
      fc.property(needs, fc.integer({ min: 0, max: 4000 }), (columns, available) => {
        const widths = shareWidth(columns, available)
        const wanted = columns.reduce((total, { chosen, least }) => total + (chosen ?? least), 0)
        const mayGrow = columns.some(({ grow, chosen }) => grow > 0 && chosen === undefined)
        expect(sum(widths)).toBe(mayGrow ? Math.max(wanted, available) : wanted)
        for (const { id, least, chosen } of columns)
          expect(widths.get(id)).toBeGreaterThanOrEqual(chosen ?? least)
      }),
    )
  })
})
