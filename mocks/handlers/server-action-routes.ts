import type { VmState } from '#mocks/cloud/compute.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import {
  changes,
  changeServer,
  deleteServer,
  lockServer,
  resetServer,
} from '#mocks/cloud/server-actions.ts'

import { accepted, noContent } from './answer.ts'
import { actionOf, route, since, type Ask, type ServiceRoute } from './ask.ts'
import { check } from './validation.ts'
import { isObject, textOf } from './values.ts'

const serverOf = (ask: Ask) => ask.region.compute.serverFor(ask.caller, ask.params['server'] ?? '')

function act(ask: Ask) {
  const { region, caller } = ask
  const [name, wish] = actionOf(ask)
  const server = serverOf(ask)
  const change = changes[name]
  if (change) changeServer(region, caller, server, change)
  else if (name === 'lock' || name === 'unlock') {
    const reason = textOf(isObject(wish) ? wish['locked_reason'] : undefined) ?? null
    const known = since(ask, 2, 73)
    lockServer(region, caller, server, { on: name === 'lock', reason: known ? reason : null })
  } else if (name === 'os-resetState') {
    const state = isObject(wish) ? wish['state'] : undefined
    check('state', state, { is: 'one of', values: ['active', 'error'] })
    const target: VmState = state === 'active' ? 'active' : 'error'
    resetServer(region, caller, server, target)
  } else throw new Refusal(400, `There is no such action: ${name}`)
  return accepted()
}

export const serverActionRoutes: readonly ServiceRoute[] = [
  route('POST', 'servers/:server/action', act),
  route('DELETE', 'servers/:server', (ask) => {
    deleteServer(ask.region, ask.caller, serverOf(ask))
    return noContent
  }),
]
