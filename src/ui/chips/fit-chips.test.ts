import fc from 'fast-check'
import { expect, test } from 'vitest'

import { fitChips } from './fit-chips.ts'

const room = { gap: 4, more: 40 }

test('all are shown where all fit, without room for more', () => {
  expect(fitChips([100, 100], 204, room)).toBe(2)
})

test('as many as leave room for the rest’s number', () => {
  expect(fitChips([100, 100, 100], 250, room)).toBe(2)
  expect(fitChips([100, 100, 100], 247, room)).toBe(1)
})

test('none where not even one fits beside the number', () => {
  expect(fitChips([100, 100], 120, room)).toBe(0)
})

test('what is shown never takes more than there is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 40 }),
      fc.integer({ min: 0, max: 2_000 }),
      (widths, available) => {
        const shown = fitChips(widths, available, room)
        const taken =
          widths.slice(0, shown).reduce((sum, width) => sum + width, 0) +
          Math.max(0, shown - 1) * room.gap +
          (shown > 0 && shown < widths.length ? room.gap + room.more : 0)
        expect(taken).toBeLessThanOrEqual(available)
        const whole = widths.reduce((sum, width) => sum + width + room.gap, -room.gap)
        if (whole <= available) expect(shown).toBe(widths.length)
      },
    ),
  )
})
