import { expect, test } from 'vitest'

import { isSameBuild } from './update-watch.ts'

const pageOf = (entry: string) => `<html><script type="module" src="${entry}"></script></html>`

test('a page that starts another script is of another build', () => {
  expect(isSameBuild(pageOf('/assets/page-a1.js'), '/assets/page-a1.js')).toBe(true)
  expect(isSameBuild(pageOf('/assets/page-b2.js'), '/assets/page-a1.js')).toBe(false)
})
