import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach, type MockInstance, vi } from 'vitest'

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
