import type { Page, Route } from '@playwright/test'
import fc from 'fast-check'

import { beginSession, expect, test } from '../e2e/verbs.ts'
import { isRecord } from '../src/openstack/http/is-record.ts'
import { oddAnswers } from '../src/testing/odd-answers.ts'

/** How often each page is opened with odd answers; a failure names the seed, which MOORING_FUZZ_SEED repeats. */
const rounds = Number(process.env.MOORING_FUZZ_ROUNDS ?? 10)
const firstSeed = Number(process.env.MOORING_FUZZ_SEED ?? Date.now() % 1_000_000)

const memberPages = [
  '/project/volumes',
  '/project/snapshots',
  '/project/instances',
  '/project/sharing',
]
const administratorPages = [
  '/admin/volumes',
  '/admin/attachments',
  '/admin/hosts',
  '/admin/back-ends',
  '/admin/volume-types',
]

/** The tabs of a volume's page. */
const tabs = ['', '?tab=attachments', '?tab=snapshots', '?tab=messages', '?tab=metadata']

/** The ids of the first two volumes in an answer. */
function idsIn(answer: unknown): string[] {
  const told: unknown = isRecord(answer) ? answer.volumes : []
  const volumes: unknown[] = Array.isArray(told) ? told : []
  return volumes
    .flatMap((one) => (isRecord(one) && typeof one.id === 'string' ? [one.id] : []))
    .slice(0, 2)
}

/** What no page may say, whatever it was told. */
const unshowable = /\bundefined\b|\bNaN\b|Invalid Date|\[object Object\]|Something went wrong/

const oddOf = (answer: unknown, seed: number): unknown =>
  fc.sample(oddAnswers([answer]), { seed, numRuns: 1 })[0]

/** How long the list is that an answer has, where it has one. */
const lengthIn = (answer: unknown, list: string) => {
  const told = isRecord(answer) ? answer[list] : undefined
  return Array.isArray(told) ? told.length : undefined
}

/** Has the answers of the cloud's services arrive with odd values in them. */
async function distort(
  page: Page,
  seed: () => number,
  heard: (path: string, odd: unknown) => void,
) {
  await page.route(/\/api\/(?:volume|compute|image|identity)\//, async (route: Route) => {
    if (route.request().method() !== 'GET') return route.continue()
    const response = await route.fetch()
    const answer: unknown = await response.json().catch(() => undefined)
    if (!response.ok() || answer === undefined) return route.fulfill({ response })
    const odd = oddOf(answer, seed())
    heard(new URL(route.request().url()).pathname, odd)
    return route.fulfill({ response, json: odd })
  })
}

for (const [who, paths] of [
  ['demo', memberPages],
  ['admin', administratorPages],
] as const)
  test(`the pages of ${who} on odd answers`, async ({ page }) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.stack ?? error.message))
    let seed = firstSeed
    let answers = 0
    const heard = new Map<string, unknown>()
    await beginSession(page, who)
    const list: unknown = await (await page.request.get('/api/volume/volumes')).json()
    const details = idsIn(list).flatMap((id) => tabs.map((tab) => `/project/volumes/${id}${tab}`))
    const pages = [...paths, ...details]
    await distort(
      page,
      () => (seed += 1),
      (path, odd) => {
        answers += 1
        heard.set(path, odd)
      },
    )
    let counted = 0
    for (let round = 0; round < rounds; round++)
      for (const path of pages) {
        const where = `${path} from seed ${seed} on`
        heard.clear()
        await page.goto(path)
        // A volume that can't be read has a page that says so, and no title.
        const title = page.getByRole('heading', { level: 1 })
        await expect(title.or(page.getByRole('alert')).first(), where).toBeVisible()
        await page.waitForLoadState('networkidle')
        const text = await page.locator('body').innerText()
        expect(text, where).not.toMatch(unshowable)
        expect(faults, where).toEqual([])
        const length = lengthIn(heard.get('/api/volume/volumes/detail'), 'volumes')
        const shown = /Displaying ([\d,]+) items?/.exec(text)?.[1]
        if (!path.endsWith('/volumes') || length === undefined || shown === undefined) continue
        // Each row is shown, or named as one that could not be read.
        const unread = /([\d,]+) entries of this list could not be read/.exec(text)?.[1]
        const one = text.includes('One entry of this list could not be read') ? 1 : 0
        expect(Number(shown) + Number(unread ?? one), where).toBe(length)
        counted += 1
      }
    process.stdout.write(`${who}: ${answers} odd answers, ${counted} lists counted\n`)
    expect(answers).toBeGreaterThan(rounds)
  })
