import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeAll, expect, test } from 'vitest'

import { speakEnglish } from '#src/ui/testing/texts.ts'

import { MultiPicker } from './MultiPicker.tsx'
import type { PickerOption } from './picker-option.ts'

beforeAll(speakEnglish)

const instances = (count: number): PickerOption[] => [
  { id: 'taken', label: 'db-1', detail: 'ACTIVE', obstacle: 'Already attached' },
  ...Array.from({ length: count - 1 }, (_, place) => ({
    id: `id-${place}`,
    label: `node-${place}`,
    detail: 'ACTIVE · nova',
  })),
]

function Picker({ options, single = false }: { options: PickerOption[]; single?: boolean }) {
  const [picked, setPicked] = useState<string[]>([])
  return (
    <>
      <MultiPicker
        label="Attach to Instances"
        placeholder=""
        options={options}
        picked={picked}
        onPickedChange={setPicked}
        loading={false}
        single={single}
      />
      <p>[{picked.join(' ')}]</p>
    </>
  )
}

const field = () => screen.getByRole('combobox', { name: 'Attach to Instances' })
/** What a screen reader says of the option that the arrow keys are on. */
const activeText = () =>
  document.querySelector(`[id="${field().getAttribute('aria-activedescendant')}"]`)?.textContent

test('the arrow keys reach any of thousands of options, though few are drawn', async () => {
  render(<Picker options={instances(2_000)} />)
  await userEvent.click(field())
  await userEvent.keyboard('{ArrowDown>40/}')
  expect(activeText()).toContain('node-39')
  expect(screen.getAllByRole('option').length).toBeLessThan(60)
})

test('several are picked by typing and Enter, and taken back by their buttons', async () => {
  render(<Picker options={instances(2_000)} />)
  await userEvent.click(field())
  await userEvent.keyboard('node-1500{Enter}')
  await userEvent.keyboard('id-77{ArrowDown}{Enter}{Escape}')
  expect(screen.getByText('[id-1500 id-77]')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Remove node-1500' }))
  expect(screen.getByText('[id-77]')).toBeTruthy()
  await userEvent.keyboard('{Backspace}')
  expect(screen.getByText('[]')).toBeTruthy()
})

test('what was searched is gone once it is picked, and the list goes on from there', async () => {
  render(<Picker options={instances(40)} />)
  await userEvent.click(field())
  await userEvent.keyboard('node-12{Enter}')
  expect(field()).toHaveProperty('value', '')
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(screen.getByText('[id-12 id-13]')).toBeTruthy()
})

test('the picked ones stand in the order in which they were picked', async () => {
  render(<Picker options={instances(20)} />)
  await userEvent.click(field())
  for (const name of ['node-9', 'node-2', 'node-5']) await userEvent.keyboard(`${name}{Enter}`)
  const buttons = screen.getAllByRole('button', { name: /^Remove/ })
  expect(buttons.map((button) => button.getAttribute('aria-label'))).toEqual([
    'Remove node-9',
    'Remove node-2',
    'Remove node-5',
  ])
})

test('of a single choice a second pick takes the place of the first, and the list closes', async () => {
  render(<Picker options={instances(20)} single />)
  await userEvent.click(field())
  expect(screen.getByRole('listbox').getAttribute('aria-multiselectable')).toBe('false')
  await userEvent.keyboard('node-9{Enter}')
  expect(field().getAttribute('aria-expanded')).toBe('false')
  await userEvent.keyboard('node-2{Enter}')
  expect(screen.getByText('[id-2]')).toBeTruthy()
})

test('one that cannot be picked comes last, says why, and is not picked', async () => {
  render(<Picker options={instances(4)} />)
  await userEvent.click(field())
  await userEvent.keyboard('{PageDown}')
  expect(activeText()).toBe('db-1 Already attached')
  await userEvent.keyboard('{Enter}')
  await userEvent.click(screen.getByRole('option', { name: 'db-1 Already attached' }))
  expect(screen.getByText('[]')).toBeTruthy()
})

test('Escape closes the list before anything around it', async () => {
  let reached = 0
  render(
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- stands for the dialog around
    <div onKeyDown={() => (reached += 1)}>
      <Picker options={instances(4)} />
    </div>,
  )
  await userEvent.click(field())
  await userEvent.keyboard('{Escape}')
  expect(field().getAttribute('aria-expanded')).toBe('false')
  expect(reached).toBe(0)
  await userEvent.keyboard('{Escape}')
  expect(reached).toBe(1)
})

test('many picked ones take little room until they are asked for', async () => {
  render(<Picker options={instances(20)} />)
  await userEvent.click(field())
  for (let place = 0; place < 9; place += 1) await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(screen.getAllByRole('button', { name: /^Remove/ })).toHaveLength(6)
  await userEvent.click(screen.getByRole('button', { name: 'Show 3 more picked' }))
  expect(screen.getAllByRole('button', { name: /^Remove/ })).toHaveLength(9)
})
