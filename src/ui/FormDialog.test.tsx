import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, test, vi } from 'vitest'

import { FormDialog } from './FormDialog.tsx'
import { speakEnglish } from './test-texts.ts'

beforeAll(speakEnglish)

function open({ dirty, pending = false }: { dirty: boolean; pending?: boolean }) {
  const onClose = vi.fn<() => void>()
  const onSubmit = vi.fn<() => void>()
  render(
    <FormDialog
      title="Create Volume"
      submitLabel="Create"
      pending={pending}
      submitError={null}
      dirty={dirty}
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
