import { expect, test } from 'vitest'

import { movedPlace } from './matrix-place.ts'

const last = { row: 30, column: 4 }

test.each([
  ['ArrowDown', '0:0', '1:0'],
  ['ArrowRight', '0:4', '0:4'],
  ['ArrowLeft', '0:0', '0:-1'],
  ['ArrowUp', '0:0', '-1:0'],
  ['ArrowUp', '0:-1', '0:-1'],
  ['ArrowLeft', '-1:0', '-1:0'],
  ['PageDown', '5:1', '15:1'],
  ['PageDown', '25:1', '30:1'],
  ['PageUp', '3:1', '0:1'],
  ['Home', '3:2', '3:-1'],
  ['Home', '-1:2', '-1:0'],
  ['End', '3:2', '3:4'],
  ['Control+Home', '3:2', '0:0'],
  ['Control+End', '3:2', '30:4'],
])('%s leads from %s to %s', (keys, from, to) => {
  const [row = 0, column = 0] = from.split(':').map(Number)
  const key = keys.replace('Control+', '')
  const moved = movedPlace(key, key !== keys, { row, column }, last)
  expect(`${moved?.row}:${moved?.column}`).toBe(to)
})

test('other keys lead nowhere', () => {
  expect(movedPlace('a', false, { row: 0, column: 0 }, last)).toBeUndefined()
})
