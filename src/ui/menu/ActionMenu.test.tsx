import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'

import { ActionMenu } from './ActionMenu.tsx'

test('an action that is not possible keeps its name, says why, and does nothing', async () => {
  const remove = vi.fn<() => void>()
  const extend = vi.fn<() => void>()
  render(
    <ActionMenu
      label="Actions for quorum-disk"
      actions={[
        { label: 'Delete Volume', onSelect: remove, obstacle: 'It is attached to db-1.' },
        { label: 'Extend Volume', onSelect: extend },
      ]}
    />,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Actions for quorum-disk' }))
  const blocked = await screen.findByRole('menuitem', {
    name: 'Delete Volume',
    description: 'It is attached to db-1.',
  })
  // The menu opens on its first item, so that the reason is read out there.
  expect(document.activeElement).toBe(blocked)
  await userEvent.keyboard('{Enter}')
  expect(remove).not.toHaveBeenCalled()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(extend).toHaveBeenCalledOnce()
})
