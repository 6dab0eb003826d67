import { expect, test } from 'vitest'

import { isSameBuild } from './update-watch.ts'

const pageOf = (...scripts: string[]) =>
  `<html>${scripts.map((src) => `<script type="module" src="${src}"></script>`).join('')}</html>`

test('a page is of another build when one of its scripts is another', () => {
  const scripts = ['/assets/libraries-a1.js', '/assets/page-a1.js']
  expect(isSameBuild(pageOf(...scripts), scripts)).toBe(true)
  expect(isSameBuild(pageOf('/assets/libraries-a1.js', '/assets/page-b2.js'), scripts)).toBe(false)
})
