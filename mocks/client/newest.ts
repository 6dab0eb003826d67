import { at, listAt, textAt } from './json.ts'
import { ask, type Target } from './target.ts'

/** The target with the newest microversions that its version documents name, which need no token. */
export async function withNewest(cloud: Omit<Target, 'newest'>): Promise<Target> {
  const cinder = listAt((await ask(cloud, 'volume', 'GET', '/')).body, 'versions')
  const nova = (await ask(cloud, 'compute', 'GET', '/v2.1/')).body
  const volume = textAt(
    cinder.find((one) => at(one, 'id') === 'v3.0'),
    'version',
  )
  return { ...cloud, newest: { volume, compute: textAt(nova, 'version', 'version') } }
}
