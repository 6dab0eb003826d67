import { z } from 'zod/mini'

import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { ProjectId } from '#src/model/cloud/session.ts'
import { needed, text } from '#src/openstack/http/fields.ts'
import { keystone } from '#src/openstack/http/http.ts'
import { listOf } from '#src/openstack/http/pagination.ts'

const projectList = z.object({
  projects: listOf(z.object({ id: needed, name: text })),
})

/**
 * The names of all projects of the cloud, by id.
 * @throws ApiError of kind `forbidden` for others than administrators (identity:list_projects)
 */
export async function listProjectNames(
  cloud: CloudScope,
  signal?: AbortSignal,
): Promise<Map<ProjectId, string>> {
  const body = await keystone(cloud).get('/projects', projectList, { signal })
  return new Map(body.projects.items.map(({ id, name }) => [id, name ?? id]))
}
