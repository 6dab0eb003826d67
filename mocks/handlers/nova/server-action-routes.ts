import type { Server } from '#mocks/cloud/compute/compute.ts'
import { deleteServer, lockServer, resetServer } from '#mocks/cloud/compute/server-actions.ts'
import { changes, changeServer, type Change } from '#mocks/cloud/compute/server-changes.ts'
import { checkState } from '#mocks/cloud/compute/server-states.ts'
import { unshelveServer } from '#mocks/cloud/compute/unshelve.ts'
import { newPassword } from '#mocks/cloud/ids.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import { accepted, noContent, ok, type Answer } from '#mocks/handlers/answer.ts'
import {
  novaActionOf,
  route,
  since,
  type Ask,
  type Known,
  type ServiceRoute,
} from '#mocks/handlers/ask.ts'
import { check, type Rule } from '#mocks/handlers/validation.ts'
import { isObject, textOf, type Json } from '#mocks/handlers/values.ts'

const serverOf = (ask: Ask) => ask.region.compute.serverFor(ask.caller, ask.params['server'] ?? '')

type Act = Known & {
  rule?: (ask: Ask) => Rule | undefined
  run: (ask: Ask, server: Server, wish: Json) => Answer | void
}

const changing = (change: Change): Act => ({
  run: (ask, server) => changeServer(ask.region, ask.caller, server, change),
})

const locking = (on: boolean): Act => ({
  // Before 2.73 anything was taken, and passed over.
  ...(on && {
    rule: (ask) =>
      since(ask, 2, 73)
        ? {
            is: 'object',
            orNull: true,
            fields: { locked_reason: { is: 'text', min: 1, max: 255 } },
          }
        : undefined,
  }),
  run: (ask, server, wish) => {
    const reason = since(ask, 2, 73) ? (textOf(wish['locked_reason']) ?? null) : null
    lockServer(ask.region, ask.caller, server, { on, reason })
  },
})

const rebootTypes = ['HARD', 'Hard', 'hard', 'SOFT', 'Soft', 'soft']

/** Since 2.77 an instance may be asked to come back in a zone, since 2.91 on a host or without its zone. */
function unshelveRule(ask: Ask): Rule | undefined {
  if (!since(ask, 2, 77)) return undefined
  const anyZone = since(ask, 2, 91)
  return {
    is: 'object',
    orNull: true,
    required: anyZone ? [] : ['availability_zone'],
    fields: {
      availability_zone: anyZone ? { is: 'text', orNull: true } : { is: 'text', min: 1, max: 255 },
      ...(anyZone && { host: { is: 'text' } }),
    },
  }
}

/** What this cloud's hypervisors can't do; Nova says so of theirs in the same words (nova/api/openstack/common.py). */
const unsupported = (action: string): Act => ({
  run: (ask, server) => {
    checkState(ask.caller, server, action)
    throw new Refusal(501, 'The requested functionality is not supported.')
  },
})

const actions: Readonly<Record<string, Act>> = {
  ...Object.fromEntries(Object.entries(changes).map(([name, change]) => [name, changing(change)])),
  reboot: {
    rule: () => ({
      is: 'object',
      required: ['type'],
      fields: { type: { is: 'one of', values: rebootTypes } },
    }),
    run: ({ region, caller }, server, { type }) => {
      const kind = textOf(type)?.toUpperCase() === 'SOFT' ? 'soft' : 'hard'
      changeServer(region, caller, server, changes[`${kind} reboot`])
    },
  },
  rescue: {
    rule: () => ({
      is: 'object',
      orNull: true,
      fields: { adminPass: { is: 'text' }, rescue_image_ref: { is: 'text' } },
    }),
    run: (ask, server, wish) => {
      changeServer(ask.region, ask.caller, server, changes.rescue)
      return ok({ adminPass: textOf(wish['adminPass']) ?? newPassword() })
    },
  },
  unshelve: {
    rule: unshelveRule,
    run: (ask, server, wish) =>
      unshelveServer(ask.region, ask.caller, server, {
        zone:
          since(ask, 2, 77) && 'availability_zone' in wish
            ? (textOf(wish['availability_zone']) ?? null)
            : undefined,
        host: since(ask, 2, 91) ? textOf(wish['host']) : undefined,
      }),
  },
  lock: locking(true),
  unlock: locking(false),
  forceDelete: {
    run: ({ region, caller }, server) =>
      deleteServer(region, caller, server, 'os-deferred-delete:force'),
  },
  'os-resetState': {
    rule: () => ({
      is: 'object',
      required: ['state'],
      fields: { state: { is: 'one of', values: ['active', 'error'] } },
    }),
    run: ({ region, caller }, server, { state }) =>
      resetServer(region, caller, server, state === 'active' ? 'active' : 'error'),
  },
  ...Object.fromEntries(
    'changePassword confirmResize createBackup createImage evacuate migrate os-getConsoleOutput os-migrateLive rebuild resize restore revertResize trigger_crash_dump'
      .split(' ')
      .map((name) => [name, unsupported(name)]),
  ),
}

function act(ask: Ask) {
  const { name, wish, action } = novaActionOf(ask, actions)
  const rule = action.rule?.(ask)
  if (rule) check(name, wish, rule)
  return action.run(ask, serverOf(ask), isObject(wish) ? wish : {}) ?? accepted()
}

export const serverActionRoutes: readonly ServiceRoute[] = [
  route('POST', 'servers/:server/action', act),
  route('DELETE', 'servers/:server', (ask) => {
    deleteServer(ask.region, ask.caller, serverOf(ask))
    return noContent
  }),
]
