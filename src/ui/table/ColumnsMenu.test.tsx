import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, test, vi } from 'vitest'

import { speakEnglish } from '#src/ui/testing/texts.ts'

import { ColumnsMenu } from './ColumnsMenu.tsx'

beforeAll(() => speakEnglish())

test('a column that is hidden stays so when the next is clicked before the owner has told it back', async () => {
  const change = vi.fn<(hidden: string[]) => void>()
  render(
    <ColumnsMenu
      columns={[
        { id: 'size', label: 'Size' },
        { id: 'type', label: 'Type' },
      ]}
      hidden={[]}
      onHiddenChange={change}
      onReset={vi.fn<() => void>()}
    />,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Columns' }))
  await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: 'Size' }))
  await userEvent.click(screen.getByRole('menuitemcheckbox', { name: 'Type' }))
  expect(change).toHaveBeenLastCalledWith(['size', 'type'])
})
