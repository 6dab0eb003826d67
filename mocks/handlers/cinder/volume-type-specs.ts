import { enforce } from '#mocks/cloud/identity/caller.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import type { VolumeType } from '#mocks/cloud/storage/block-storage.ts'
import { isInUse, typeByIdOrName, typeNamed } from '#mocks/cloud/storage/volume-types.ts'
import { accepted, emptyPage, noContent, ok } from '#mocks/handlers/answer.ts'
import { cinderActionOf, route, sent } from '#mocks/handlers/ask.ts'
import type { Ask, Known, ServiceRoute } from '#mocks/handlers/ask.ts'
import { check, checkBody } from '#mocks/handlers/validation.ts'
import { isObject, pythonRepr, textOf } from '#mocks/handlers/values.ts'

import { pairsIn } from './volume-changes.ts'
import { specsFor, typeOf } from './volume-types.ts'

const keys = '^[a-zA-Z0-9-_:.]{1,255}$'

/** Types in use keep their specs, whichever (Cinder, api/contrib/types_extra_specs.py, `_allow_update`). */
function checkFree({ region }: Ask, type: VolumeType) {
  if (isInUse(region.storage, type)) throw new Refusal(400, 'Volume Type is currently in use.')
}

/** A shareable type has no cache on the host (the same, `_check_cacheable`). */
function checkCacheable(specs: Record<string, string>, before: Record<string, string>) {
  const isTrue = '<is> True'
  const cached = specs['cacheable'] === isTrue
  const shared = specs['multiattach'] === isTrue
  if (
    (shared && (cached || before['cacheable'] === isTrue)) ||
    (cached && before['multiattach'] === isTrue)
  )
    throw new Refusal(400, 'cacheable cannot be set with multiattach.')
}

function permitted(ask: Ask, rule: string): VolumeType {
  enforce(ask.caller, `volume_extension:types_extra_specs:${rule}`)
  return typeOf(ask)
}

function setSpecs(ask: Ask, type: VolumeType, given: unknown) {
  check('extra_specs', given, { is: 'texts', keys })
  const specs = pairsIn(given)
  checkFree(ask, type)
  checkCacheable(specs, type.extraSpecs)
  type.extraSpecs = { ...type.extraSpecs, ...specs }
  return specs
}

/** The key of the path; one that the caller may not see is not there. */
function specOf(ask: Ask, type: VolumeType): string {
  const key = ask.params['key'] ?? ''
  if (!Object.hasOwn(specsFor(ask, type), key))
    throw new Refusal(404, `Volume Type ${type.id} has no extra specs with key ${key}.`)
  return key
}

const specRoutes = [
  route('GET', 'types/:type/extra_specs', (ask) => ok({ extra_specs: specsFor(ask, typeOf(ask)) })),
  route('POST', 'types/:type/extra_specs', (ask) => {
    checkBody(ask.body, 'extra_specs', { is: 'texts', keys })
    const type = permitted(ask, 'create')
    return ok({ extra_specs: setSpecs(ask, type, sent(ask, 'extra_specs')) })
  }),
  route('GET', 'types/:type/extra_specs/:key', (ask) => {
    const type = typeOf(ask)
    const key = specOf(ask, type)
    return ok({ [key]: specsFor(ask, type)[key] })
  }),
  route('PUT', 'types/:type/extra_specs/:key', (ask) => {
    const body = isObject(ask.body) ? ask.body : {}
    const count = Object.keys(body).length
    if (count !== 1)
      throw new Refusal(
        400,
        `${pythonRepr(body)} ${count === 0 ? 'does not have enough' : 'has too many'} properties`,
      )
    const type = permitted(ask, 'update')
    if (!((ask.params['key'] ?? '') in body))
      throw new Refusal(400, 'Request body and URI mismatch')
    return ok(setSpecs(ask, type, body))
  }),
  route('DELETE', 'types/:type/extra_specs/:key', (ask) => {
    const type = permitted(ask, 'delete')
    checkFree(ask, type)
    const key = specOf(ask, type)
    const { [key]: _gone, ...rest } = type.extraSpecs
    type.extraSpecs = rest
    return accepted()
  }),
]

const accessActions: Record<string, Known> = { addProjectAccess: {}, removeProjectAccess: {} }

/** Opens a private type to a project, or closes it. */
function changeAccess(ask: Ask) {
  const { name: action, wish } = cinderActionOf(ask, accessActions)
  checkBody(ask.body, action, {
    is: 'object',
    required: ['project'],
    fields: { project: { is: 'uuid' } },
  })
  enforce(ask.caller, `volume_extension:volume_type_access:${action}`)
  const type = typeOf(ask)
  const project = textOf(isObject(wish) ? wish['project'] : undefined) ?? ''
  if (type.isPublic)
    throw new Refusal(
      400,
      'Invalid volume type: Type access modification is not applicable to public volume type.',
    )
  const has = type.access.has(project)
  if (action === 'addProjectAccess' && has)
    throw new Refusal(
      409,
      `Volume type access for ${type.id} / ${project} combination already exists.`,
    )
  if (action === 'removeProjectAccess' && !has)
    throw new Refusal(404, `Volume type access not found for ${type.id} / ${project} combination.`)
  if (has) type.access.delete(project)
  else type.access.add(project)
  return emptyPage(202)
}

/** Projects have default types of their own since 3.62. */
const defaultsSince = [3, 62] as const

const defaultView = (project_id: string, volume_type_id: string) => ({ project_id, volume_type_id })

function setDefault(ask: Ask) {
  const { storage } = ask.region
  enforce(ask.caller, 'volume_extension:default_set_or_update')
  const name = textOf(sent(ask, 'default_type')['volume_type']) ?? ''
  // Administrators may name a private type that their own project may not use.
  const type =
    storage.types.get(name) ?? typeNamed(storage, name) ?? typeByIdOrName(storage, ask.caller, name)
  const project = ask.params['project'] ?? ''
  storage.defaultTypes.set(project, type.id)
  return ok({ default_type: defaultView(project, type.id) })
}

export const volumeTypeSpecRoutes: readonly ServiceRoute[] = [
  ...specRoutes,
  route('POST', 'types/:type/action', changeAccess),
  route('GET', 'types/:type/os-volume-type-access', (ask) => {
    enforce(ask.caller, 'volume_extension:volume_type_access:get_all_for_type')
    const type = typeOf(ask)
    if (type.isPublic) throw new Refusal(404, 'Access list not available for public volume types.')
    const access = [...type.access].map((project_id) => ({ volume_type_id: type.id, project_id }))
    return ok({ volume_type_access: access })
  }),
  route(
    'GET',
    'default-types',
    (ask) => {
      enforce(ask.caller, 'volume_extension:default_get_all')
      const all = [...ask.region.storage.defaultTypes]
      return ok({ default_types: all.map(([project, type]) => defaultView(project, type)) })
    },
    defaultsSince,
  ),
  route(
    'GET',
    'default-types/:project',
    (ask) => {
      const project = ask.params['project'] ?? ''
      if (!/^[0-9a-f]{32}$/.test(project))
        throw new Refusal(404, `Project with id ${project} not found.`)
      enforce(ask.caller, 'volume_extension:default_get')
      const type = ask.region.storage.defaultTypes.get(project)
      if (type === undefined)
        throw new Refusal(404, `Default type for project ${project} not found.`)
      return ok({ default_type: defaultView(project, type) })
    },
    defaultsSince,
  ),
  route('PUT', 'default-types/:project', setDefault, defaultsSince),
  route(
    'DELETE',
    'default-types/:project',
    (ask) => {
      enforce(ask.caller, 'volume_extension:default_unset')
      ask.region.storage.defaultTypes.delete(ask.params['project'] ?? '')
      return noContent
    },
    defaultsSince,
  ),
]
