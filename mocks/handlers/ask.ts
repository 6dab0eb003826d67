import type { Region } from '#mocks/cloud/cloud.ts'
import type { Caller } from '#mocks/cloud/identity/caller.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

import type { Answer } from './answer.ts'
import { atLeast, type Version } from './microversion.ts'
import type { Route } from './router.ts'
import { isObject, own, type Json } from './values.ts'

/** A request to Cinder, Nova or Glance that has passed authentication and found its route. */
export type Ask = {
  region: Region
  caller: Caller
  request: Request
  url: URL
  query: URLSearchParams
  params: Record<string, string>
  /** The JSON that was sent; undefined if nothing was. */
  body: unknown
  version: Version
  /** The newest microversion of the service. */
  newest: Version
  /** The service's address, without a slash at the end, for links. */
  base: string
  /** The address up to the resource's name, with the version and, where one was given, the project. */
  linkBase: string
}

export type Run = (ask: Ask) => Answer

export type ServiceRoute = Route<{ run: Run; since: readonly [number, number] }>

/** A route that the service has from microversion `since` on; below it, the answer is a 404. */
export const route = (
  method: string,
  path: string,
  run: Run,
  since: readonly [number, number] = [0, 0],
): ServiceRoute => ({ method, path, run: { run, since } })

/** What a path answers in a microversion that does not have it yet. */
export const notYet = () => new Refusal(404, 'The resource could not be found.')

/** The project of the caller's token; empty for an administrator of the whole cloud. */
export function projectOf({ caller }: Ask): string {
  if (caller.projectId === null && !caller.isAdmin) throw new Refusal(400, 'Malformed request url')
  return caller.projectId ?? ''
}

/** Whether the request's microversion is at least the given one. */
export const since = ({ version }: Ask, major: number, minor: number) =>
  atLeast(version, [major, minor])

/** The one field that the sent JSON consists of, or Cinder's and Nova's refusal of anything else. */
export function sent({ body }: Ask, root: string): Json {
  const inner = isObject(body) ? body[root] : undefined
  if (!isObject(inner)) throw new Refusal(400, `'${root}' is a required property`)
  return inner
}

/** The one name that the body of an action has (action_peek of Cinder's and Nova's wsgi.py); undefined where there is no body. */
function nameIn(body: unknown): string | undefined {
  if (body === undefined) return undefined
  const isText = typeof body === 'string' || Array.isArray(body)
  // Python counts what is in there, and then finds that it has no keys.
  if (!isObject(body) && !(isText && body.length !== 1)) throw notYet()
  const names = isObject(body) ? Object.keys(body) : []
  if (names.length !== 1) throw new Refusal(400, 'Malformed request body')
  return names[0]
}

/** What an action needs to be found. */
export type Known = {
  /** The microversion that brought it; below, the answer is a 404. */
  since?: readonly [number, number]
  /** The newest microversion of the first Cinder that has it; in an older one there is no such action. */
  withNewest?: readonly [number, number]
}

/** The action that was posted, `{"os-extend": {…}}`, or the refusal of a body that names none of those that there are. */
function actionOf<A extends Known>(
  ask: Ask,
  actions: Readonly<Record<string, A>>,
  refusal: (name: string) => Refusal,
): { name: string; wish: unknown; action: A } {
  const name = nameIn(ask.body)
  const action = own(actions, name ?? '')
  if (name === undefined || !action || !atLeast(ask.newest, action.withNewest ?? [0, 0]))
    throw refusal(name ?? 'None')
  if (action.since && !since(ask, ...action.since)) throw notYet()
  return { name, action, wish: isObject(ask.body) ? ask.body[name] : undefined }
}

/** An action of Cinder's. */
export const cinderActionOf = <A extends Known>(ask: Ask, actions: Readonly<Record<string, A>>) =>
  actionOf(
    ask,
    actions,
    (name) =>
      new Refusal(
        400,
        `There is no such action: ${name}. Verify the request body and Content-Type header and try again.`,
      ),
  )

/** An action of Nova's, which takes no body for a broken one. */
export function novaActionOf<A extends Known>(ask: Ask, actions: Readonly<Record<string, A>>) {
  if (ask.body === undefined) throw new Refusal(400, 'Malformed request body')
  return actionOf(ask, actions, (name) => new Refusal(400, `There is no such action: ${name}`))
}
