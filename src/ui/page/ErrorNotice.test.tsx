import { render, screen } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'

import { speakEnglish } from '#src/ui/testing/texts.ts'

import { ErrorNotice } from './ErrorNotice.tsx'

beforeAll(speakEnglish)

test('the request id is to be quoted only where there is one', () => {
  render(<ErrorNotice words="It broke" kind="server-fault" code={500} requestId="req-1" />)
  expect(screen.getByRole('alert').textContent).toContain('Give the request ID to an administrator')
})

test('without a request id nobody is asked to quote it', () => {
  render(<ErrorNotice words="It broke" kind="server-fault" code={502} />)
  expect(screen.getByRole('alert').textContent).toContain('The cloud failed')
  expect(screen.getByRole('alert').textContent?.toLowerCase()).not.toContain('request id')
})
