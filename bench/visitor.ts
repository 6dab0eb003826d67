import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'

const { MOORING_CHROMIUM } = process.env

/** What the page notes of itself while it is measured; times in ms since it was opened. */
type Notes = {
  /** When the first rows were there. */
  firstRows: number | undefined
  /** Tasks that kept the main thread for more than 50 ms. */
  longTasks: { start: number; took: number }[]
  /** From an act of the person to the next frame, for each act that took more than a frame. */
  acts: { name: string; start: number; took: number }[]
}

declare global {
  interface Window {
    notes: Notes
  }
}

/** Runs in the page before anything of ours. */
function takeNotes() {
  const notes: Notes = { firstRows: undefined, longTasks: [], acts: [] }
  window.notes = notes
  // TypeScript's DOM does not know how short an event may be to be told of.
  const acts: PerformanceObserverInit & { durationThreshold: number } = {
    type: 'event',
    durationThreshold: 16,
    buffered: true,
  }
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      notes.longTasks.push({ start: startTime, took: duration })
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries())
      notes.acts.push({ name, start: startTime, took: duration })
  }).observe(acts)
  const rows = new MutationObserver(() => {
    if (!document.querySelector('[data-row]')) return
    rows.disconnect()
    notes.firstRows = performance.now()
  })
  rows.observe(document, { childList: true, subtree: true })
}

/** A browser as the measurements have it. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(MOORING_CHROMIUM !== undefined && { executablePath: MOORING_CHROMIUM }),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
    ],
  })

/** Somebody of the embedded cloud who is signed in and has an empty cache. */
export async function signedIn(browser: Browser, address: string, userName = 'demo') {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
  })
  await context.request.post('/api/session', {
    data: { userName, password: 'mooring', domain: 'Default' },
  })
  await context.addInitScript(takeNotes)
  return context
}

/** Opens a page of ours in a tab of its own, and waits until it shows rows. */
export async function visit(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(path, { waitUntil: 'commit' })
  await page.waitForFunction(() => window.notes?.firstRows !== undefined)
  return page
}

/** Waits until the page has read all volumes; the time since it was opened, in ms. */
export async function allLoaded(page: Page, volumes: number): Promise<number> {
  const handle = await page.waitForFunction(
    (rows) =>
      Number(document.querySelector('[role=table]')?.getAttribute('aria-rowcount')) > rows &&
      performance.now(),
    volumes,
    { polling: 50, timeout: 120_000 },
  )
  return Number(await handle.jsonValue())
}

/** The memory that the page's objects take once what is not used is gone, in bytes. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}

/** The times from each act during `doing` to the next frame, in ms; those within one frame count as 16. */
export async function actsDuring(page: Page, acts: number, doing: () => Promise<unknown>) {
  const since = await page.evaluate(() => performance.now())
  await doing()
  // The browser tells of them a little later.
  await page.waitForTimeout(500)
  const noted = await page.evaluate(
    (start) => window.notes.acts.filter((act) => act.start >= start),
    since,
  )
  // One key or click is several events, which end at the same frame.
  const slowest = new Map<number, number>()
  for (const { start, took } of noted) {
    const at = Math.round((start + took) / 8)
    slowest.set(at, Math.max(slowest.get(at) ?? 0, took))
  }
  const times = [...slowest.values()]
  return [...times, ...Array.from({ length: Math.max(0, acts - times.length) }, () => 16)]
}
