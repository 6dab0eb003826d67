import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, test, vi } from 'vitest'

import { speakEnglish } from '#src/ui/testing/texts.ts'

import { FormDialog } from './FormDialog.tsx'
import { onLeave } from './on-leave.ts'

beforeAll(speakEnglish)

function open({
  dirty,
  pending = false,
  obstacle,
}: {
  dirty: boolean
  pending?: boolean
  obstacle?: string
}) {
  const onClose = vi.fn<() => void>()
  const onSubmit = vi.fn<() => void>()
  render(
    <FormDialog
      title="Create Volume"
      submitLabel="Create"
      pending={pending}
      submitError={null}
      dirty={dirty}
      obstacle={obstacle}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <input aria-label="Volume Name" />
    </FormDialog>,
  )
  return { onClose, onSubmit }
}

const question = () => screen.findByRole('dialog', { name: 'Discard what you typed?' })

test('the first field has the focus, and Enter submits', async () => {
  const { onSubmit } = open({ dirty: false })
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Volume Name' }))
  await userEvent.keyboard('{Enter}')
  expect(onSubmit).toHaveBeenCalledOnce()
})

test('an untouched form closes at once', async () => {
  const { onClose } = open({ dirty: false })
  await userEvent.keyboard('{Escape}')
  expect(onClose).toHaveBeenCalledOnce()
})

test('Escape closes it also where what had the focus has just gone', () => {
  const { onClose } = open({ dirty: false })
  screen.getByRole('textbox', { name: 'Volume Name' }).blur()
  expect(document.activeElement).toBe(document.body)
  fireEvent.keyDown(document.body, { key: 'Escape' })
  expect(onClose).toHaveBeenCalledOnce()
})

test('what was typed is thrown away only after asking', async () => {
  const { onClose } = open({ dirty: true })
  await userEvent.keyboard('{Escape}')
  await userEvent.click(within(await question()).getByRole('button', { name: 'Keep editing' }))
  expect(onClose).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  await userEvent.click(within(await question()).getByRole('button', { name: 'Discard' }))
  expect(onClose).toHaveBeenCalledOnce()
})

test('a request that is under way is not sent a second time', async () => {
  const { onSubmit } = open({ dirty: true, pending: true })
  await userEvent.type(screen.getByRole('textbox', { name: 'Volume Name' }), '{Enter}')
  expect(onSubmit).not.toHaveBeenCalled()
})

test('two clicks before the request shows send it once', async () => {
  const { onSubmit } = open({ dirty: true })
  const create = screen.getByRole('button', { name: 'Create' })
  fireEvent.click(create)
  fireEvent.click(create)
  expect(onSubmit).toHaveBeenCalledOnce()
  // What was refused can be sent again.
  await new Promise((later) => setTimeout(later))
  fireEvent.click(create)
  expect(onSubmit).toHaveBeenCalledTimes(2)
})

test('what can’t be sent says why, keeps the focus, and is not sent by Enter', async () => {
  const { onSubmit } = open({ dirty: true, obstacle: 'Choose another type' })
  const create = screen.getByRole('button', { name: 'Create' })
  expect(create.getAttribute('aria-disabled')).toBe('true')
  expect(create).toHaveProperty('disabled', false)
  const reason = document.getElementById(create.getAttribute('aria-describedby') ?? '')
  expect(reason?.textContent).toBe('Choose another type')
  await userEvent.type(screen.getByRole('textbox', { name: 'Volume Name' }), '{Enter}')
  await userEvent.click(create)
  expect(onSubmit).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(create)
})

test('closing while a request is under way says that it is not taken back, and tells who left', async () => {
  const told = vi.fn<(title: string) => void>()
  const stop = onLeave(told)
  const { onClose } = open({ dirty: true, pending: true })
  await userEvent.keyboard('{Escape}')
  const sent = await screen.findByRole('dialog', { name: 'The request is being sent' })
  await userEvent.click(within(sent).getByRole('button', { name: 'Wait' }))
  expect(onClose).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  const again = await screen.findByRole('dialog', { name: 'The request is being sent' })
  await userEvent.click(within(again).getByRole('button', { name: 'Close' }))
  expect(onClose).toHaveBeenCalledOnce()
  expect(told).toHaveBeenCalledWith('Create Volume')
  stop()
})
