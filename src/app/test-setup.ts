import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, type MockInstance, vi } from 'vitest'

// What comes with code of its own takes its time on a loaded machine.
configure({ asyncUtilTimeout: 10_000 })

let complaints: MockInstance

beforeEach(() => {
  complaints = vi.spyOn(console, 'error')
})

afterEach(() => {
  cleanup()
  const [first] = complaints.mock.calls
  complaints.mockRestore()
  if (first) throw new Error(`console.error was called: ${first.join(' ')}`)
})
