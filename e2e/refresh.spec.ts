import { expect, test } from './verbs.ts'

/** After so long a table at rest asks again, in ms. */
const atRest = 31_000

test('a table at rest asks only for what changed, and notices what was deleted', async ({
  page,
  volumes,
}) => {
  const [kept, lost] = [volumes.named('kept'), volumes.named('lost')]
  for (const name of [kept, lost]) await volumes.create(name)
  const [keptId, lostId] = [await volumes.idOf(kept), await volumes.idOf(lost)]
  await page.clock.install()
  await volumes.open()
  await expect(volumes.row(lost)).toBeVisible()
  const asked: URLSearchParams[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (/\/volumes(\/detail)?$/.test(pathname)) asked.push(searchParams)
  })

  await page.request.put(`/api/volume/volumes/${keptId}`, {
    data: { volume: { description: 'Changed by somebody else' } },
  })
  await page.clock.fastForward(atRest)
  await expect(volumes.row(kept)).toContainText('Changed by somebody else')
  expect(asked.map((query) => query.get('updated_at') ?? query.get('limit'))).toEqual([
    expect.stringContaining('gte:'),
    '1',
  ])

  await page.request.delete(`/api/volume/volumes/${lostId}`)
  await expect
    .poll(async () => (await page.request.get(`/api/volume/volumes/${lostId}`)).status())
    .toBe(404)
  await page.clock.fastForward(atRest)
  await expect(volumes.row(lost)).toBeHidden()
  await expect(volumes.row(kept)).toBeVisible()
})
