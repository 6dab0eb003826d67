import { setTimeout as sleep } from 'node:timers/promises'

import type { Browser, BrowserContext, Page } from '@playwright/test'

import { kB, MB, median, ms, printTable, quantile } from './figures.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { actsDuring, allLoaded, heapOf, openBrowser, signedIn, visit } from './visitor.ts'

/** How often each is measured; the medians are shown. */
const runs = Number(process.argv[2] ?? 3)
/** The volume that most instances hold. */
const cluster = 'gfs2-cluster'

type Figures = Map<string, number[]>
const note = (figures: Figures, name: string, value: number) =>
  figures.set(name, [...(figures.get(name) ?? []), value])
const of = (figures: Figures, name: string) => median(figures.get(name) ?? [])

/** A first visit, with nothing in the cache: what it loads, and how long until there are rows. */
async function measureVisit(browser: Browser, server: ServerProcess, volumes: number, to: Figures) {
  const context = await signedIn(browser, server.address)
  const page = await visit(context, '/project/volumes')
  const { firstRows, script, requests } = await page.evaluate(() => {
    const entries = performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
    const shown = window.notes.firstRows ?? 0
    const asked = entries.filter(({ name }) => name.includes('/api/'))
    return {
      firstRows: shown,
      script: entries
        .filter(({ name }) => name.endsWith('.js'))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      requests: asked.filter(({ startTime }) => startTime < shown).length,
    }
  })
  note(to, 'script', script)
  note(to, 'requests', requests)
  note(to, 'first rows', firstRows)
  note(to, 'all loaded', await allLoaded(page, volumes))
  note(to, 'memory', await heapOf(page))
  note(to, 'nodes', await page.evaluate(() => document.querySelectorAll('*').length))
  await context.close()
}

/** What the page does from when the first volumes arrive until they are shown; they come late, so that nothing else is done then. */
async function measureFirstRows(browser: Browser, server: ServerProcess, to: Figures) {
  const context = await signedIn(browser, server.address)
  await context.route('**/volumes/detail*', async (route) => {
    await sleep(2_000)
    await route.continue()
  })
  const page = await visit(context, '/project/volumes')
  const work = await page.evaluate(() => {
    const list = performance
      .getEntriesByType('resource')
      .find(({ name }) => name.includes('/volumes/detail'))
    return list instanceof PerformanceResourceTiming
      ? (window.notes.firstRows ?? 0) - list.responseEnd
      : Number.NaN
  })
  note(to, 'work before them', work)
  await context.close()
}

const headers = ['Name', 'Size', 'Status', 'Attached To', 'Created']

/** Orders, filters and searches a table of all volumes. */
async function measureTable(page: Page, to: Figures) {
  const noteAll = (name: string, times: readonly number[]) => {
    for (const time of times) note(to, name, time)
  }
  for (const header of headers) {
    const button = page.getByRole('columnheader', { name: header }).getByRole('button').first()
    noteAll('order', await actsDuring(page, 2, () => button.click({ clickCount: 1 })))
    noteAll('order', await actsDuring(page, 2, () => button.click({ clickCount: 1 })))
  }
  const search = page.getByRole('searchbox', { name: 'Filter volumes' })
  await search.focus()
  noteAll(
    'search',
    await actsDuring(page, 12, () => page.keyboard.type('vol-00 node-', { delay: 120 })),
  )
  noteAll(
    'search',
    await actsDuring(page, 12, async () => {
      for (let key = 0; key < 12; key++) await page.keyboard.press('Backspace', { delay: 60 })
    }),
  )
  const flag = page.getByRole('button', { name: 'Shared by more than one' })
  noteAll('filter', await actsDuring(page, 2, () => flag.click()))
  noteAll('filter', await actsDuring(page, 2, () => flag.click()))
}

/** Scrolls a table from top to bottom, 200 steps a frame apart. */
async function measureScroll(page: Page, to: Figures) {
  const { long, nodes } = await page.evaluate(async () => {
    const scroller = document.querySelector('[role=table]')?.parentElement
    if (!scroller) throw new Error('there is no table')
    const begun = performance.now()
    let most = 0
    for (let step = 0; step <= 200; step++) {
      scroller.scrollTop = (scroller.scrollHeight * step) / 200
      await new Promise((go) => void requestAnimationFrame(go))
      most = Math.max(most, document.querySelectorAll('*').length)
    }
    await new Promise((go) => void setTimeout(go, 300))
    scroller.scrollTop = 0
    return {
      long: window.notes.longTasks.filter(({ start }) => start >= begun).length,
      nodes: most,
    }
  })
  note(to, 'long tasks of scrolling', long)
  note(to, 'nodes while scrolling', nodes)
}

/** From the click on a button, which the pointer rests on for a moment as a person's does, to when what it opens is there, in ms. */
async function opening(page: Page, name: string, awaited: string): Promise<number> {
  const button = page.getByRole('button', { name })
  await button.hover()
  await page.waitForTimeout(300)
  const took = page.evaluate(
    (selector) =>
      new Promise<number>((tell) => {
        let clicked: number | undefined
        const onClick = ({ timeStamp }: MouseEvent) => (clicked = timeStamp)
        document.addEventListener('click', onClick, { capture: true, once: true })
        const look = () => {
          if (clicked !== undefined && document.querySelector(selector))
            tell(performance.now() - clicked)
          else requestAnimationFrame(look)
        }
        look()
      }),
    awaited,
  )
  await button.click()
  return took
}

/** The list of all instances of one volume, and the picker of those that it may be attached to. */
async function measureDialogs(page: Page, to: Figures) {
  await page.getByRole('searchbox', { name: 'Filter volumes' }).fill(cluster)
  await page.getByRole('row', { name: cluster }).waitFor()
  const more = new RegExp(`more instances of ${cluster}`)
  const name = (await page.getByRole('button', { name: more }).getAttribute('aria-label')) ?? ''
  note(
    to,
    'list opens',
    await opening(
      page,
      name,
      '[role=dialog] [role=row][aria-rowindex], [role=dialog] [role=listitem]',
    ),
  )
  // Nobody types while a dialog is still coming up.
  await page.waitForTimeout(500)
  const search = page.getByRole('dialog').getByRole('searchbox')
  await search.focus()
  for (const time of await actsDuring(page, 8, () =>
    page.keyboard.type('vm-00012', { delay: 120 }),
  ))
    note(to, 'list search', time)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  await page.goto(page.url().replace(/[?].*/, ''))
  await page.getByRole('searchbox', { name: 'Filter volumes' }).fill('lonely')
  await page.getByRole('button', { name: 'Actions for lonely' }).click()
  await page.getByRole('menuitem', { name: 'Manage Attachments' }).click()
  const picker = page.getByRole('combobox', { name: 'Attach to Instances' })
  await picker.waitFor()
  const opened = await actsDuring(page, 1, () => picker.click())
  note(to, 'picker opens', Math.max(...opened))
  for (const time of await actsDuring(page, 8, () =>
    page.keyboard.type('vm-00012', { delay: 120 }),
  ))
    note(to, 'picker search', time)
}

/** A table at rest, of which one volume was changed elsewhere. */
async function measureRefresh(page: Page, to: Figures, volumes: number) {
  await page.goto('/project/volumes')
  await page.waitForFunction(() => window.notes?.firstRows !== undefined)
  await allLoaded(page, volumes)
  // What is younger than this is not asked for again.
  await page.waitForTimeout(16_000)
  const volume = await page.evaluate(
    () => document.querySelector('[data-row]')?.getAttribute('data-row') ?? '',
  )
  await page.request.put(`/api/volume/volumes/${volume}`, {
    data: { volume: { description: `Changed at ${Date.now()}` } },
  })
  const result = await page.evaluate(async () => {
    const table = document.querySelector('[role=table]')
    if (!table) throw new Error('there is no table')
    const before = performance.getEntriesByType('resource').length
    const drawn = new Set<string>()
    const observer = new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement
        drawn.add(element?.closest('[data-row]')?.getAttribute('data-row') ?? 'the table')
      }
    })
    observer.observe(table, { subtree: true, childList: true, characterData: true })
    const begun = performance.now()
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    await new Promise((go) => void setTimeout(go, 3000))
    observer.disconnect()
    const asked = performance
      .getEntriesByType('resource')
      .slice(before)
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => name.includes('/api/volume/volumes'))
    return {
      rows: drawn.size,
      requests: asked.length,
      bytes: asked.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      longest: Math.max(
        0,
        ...window.notes.longTasks.filter(({ start }) => start >= begun).map(({ took }) => took),
      ),
    }
  })
  note(to, 'refresh: rows drawn', result.rows)
  note(to, 'refresh: requests', result.requests)
  note(to, 'refresh: bytes', result.bytes)
  note(to, 'refresh: longest task', result.longest)
}

async function measureLarge(context: BrowserContext, volumes: number, to: Figures) {
  const page = await visit(context, '/project/volumes')
  await allLoaded(page, volumes)
  for (const [what, measure] of Object.entries({
    table: measureTable,
    scrolling: measureScroll,
    dialogs: measureDialogs,
    refresh: measureRefresh,
  })) {
    console.error(`${volumes} volumes: ${what}`)
    await measure(page, to, volumes)
  }
  await page.close()
}

const small = { volumes: 1_000, figures: new Map<string, number[]>() }
const large = { volumes: 10_000, figures: new Map<string, number[]>() }
const settings = ({ volumes }: { volumes: number }) => ({
  MOORING_DEMO_VOLUMES: String(volumes),
  MOORING_DEMO_INSTANCES: '2000',
  MOORING_DEMO_ATTACHMENTS: '1000',
})
const browser = await openBrowser()
for (const size of [small, large]) {
  const server = await startServer(settings(size))
  for (let run = 0; run < runs; run++) {
    await measureVisit(browser, server, size.volumes, size.figures)
    await measureFirstRows(browser, server, size.figures)
  }
  const context = await signedIn(browser, server.address)
  for (let run = 0; run < runs; run++) await measureLarge(context, size.volumes, size.figures)
  await server.end()
}
await browser.close()

const [few, many] = [small.figures, large.figures]
const ratio = (name: string) => (of(many, name) / of(few, name)).toFixed(2)
const p95 = (name: string) => ms(quantile(many.get(name) ?? [], 0.95))
console.log(`${runs} runs, medians; 2,000 instances, of which 1,000 hold one volume`)
printTable(
  ['what', '1,000 volumes', '10,000 volumes', 'ratio'],
  [
    ['JavaScript of a first visit', kB(of(few, 'script')), kB(of(many, 'script')), ratio('script')],
    [
      'requests until the first rows',
      String(of(few, 'requests')),
      String(of(many, 'requests')),
      ratio('requests'),
    ],
    ...['first rows', 'work before them', 'all loaded'].map((name) => [
      name,
      ms(of(few, name)),
      ms(of(many, name)),
      ratio(name),
    ]),
    ['memory', MB(of(few, 'memory')), MB(of(many, 'memory')), ratio('memory')],
    ...[
      'nodes',
      'nodes while scrolling',
      'long tasks of scrolling',
      'refresh: rows drawn',
      'refresh: requests',
      'refresh: bytes',
      'refresh: longest task',
    ].map((name) => [name, of(few, name).toFixed(0), of(many, name).toFixed(0), ratio(name)]),
  ],
)
printTable(
  ['from the act to the next frame, 10,000 volumes', 'median', '95th percentile'],
  ['order', 'filter', 'search', 'list opens', 'list search', 'picker opens', 'picker search'].map(
    (name) => [name, ms(of(many, name)), p95(name)],
  ),
)
