import { z } from 'zod/mini'

import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { ProjectId } from '#src/model/cloud/session.ts'
import { needed } from '#src/openstack/http/fields.ts'
import { cinder } from '#src/openstack/http/http.ts'
import { listOf } from '#src/openstack/http/pagination.ts'

const pathOf = (type: string) => `/types/${encodeURIComponent(type)}`

const accessList = z.object({
  volume_type_access: listOf(z.object({ project_id: needed })),
})

/**
 * The projects that may use a private type.
 * @throws ApiError of kind `not-found` for a public one
 */
export async function listTypeAccess(
  cloud: CloudScope,
  type: string,
  signal?: AbortSignal,
): Promise<ProjectId[]> {
  const body = await cinder(cloud).get(`${pathOf(type)}/os-volume-type-access`, accessList, {
    signal,
  })
  return body.volume_type_access.items.map(({ project_id }) => project_id)
}

const act = (
  cloud: CloudScope,
  type: string,
  action: Readonly<Record<string, { project: ProjectId }>>,
) => cinder(cloud).send('POST', `${pathOf(type)}/action`, { body: action })

/** Lets a project use a private type. */
export const grantTypeAccess = (cloud: CloudScope, type: string, project: ProjectId) =>
  act(cloud, type, { addProjectAccess: { project } })

/** Lets a project use a private type no longer; volumes that it has of it stay. */
export const revokeTypeAccess = (cloud: CloudScope, type: string, project: ProjectId) =>
  act(cloud, type, { removeProjectAccess: { project } })

const defaultList = z.object({
  default_types: listOf(z.object({ project_id: needed, volume_type_id: needed })),
})

/** The default types of the projects that have one of their own; needs 3.62. The server knows that they stand below no project. */
export async function listDefaultTypes(
  cloud: CloudScope,
  signal?: AbortSignal,
): Promise<Map<ProjectId, string>> {
  const body = await cinder(cloud).get('/default-types', defaultList, { signal })
  return new Map(body.default_types.items.map((one) => [one.project_id, one.volume_type_id]))
}

const defaultOf = (project: ProjectId) => `/default-types/${encodeURIComponent(project)}`

/** Makes a type that of a project's volumes for which none is asked; needs 3.62. */
export const setDefaultType = (cloud: CloudScope, project: ProjectId, type: string) =>
  cinder(cloud).send('PUT', defaultOf(project), { body: { default_type: { volume_type: type } } })

/** Has a project follow the cloud's default again; needs 3.62. */
export const unsetDefaultType = (cloud: CloudScope, project: ProjectId) =>
  cinder(cloud).send('DELETE', defaultOf(project))
