import { z } from 'zod/mini'

import type { Reach } from '#src/model/workplace.ts'

/** The links by which a list tells that there is more: cinder/api/common.py, `_get_collection_links`; Nova alike. */
export const pageLinks = z.optional(z.array(z.object({ rel: z.string(), href: z.string() })))

/** The marker of the page after this one, or undefined on the last. */
export function nextMarker(links: z.infer<typeof pageLinks>): string | undefined {
  const next = links?.find(({ rel }) => rel === 'next')
  if (!next) return undefined
  // The cloud names an address that need not be reachable from here, so only the marker is taken from it.
  return new URL(next.href, 'http://cloud').searchParams.get('marker') ?? undefined
}

/**
 * The query that asks for the things of all projects. Cinder gives others than administrators their own project's all the same
 * (cinder/api/common.py, `process_general_filters`); Nova refuses (os_compute_api:servers:index:get_all_tenants).
 */
export const allTenants = ({ allProjects }: Reach): 1 | undefined =>
  allProjects === true ? 1 : undefined
