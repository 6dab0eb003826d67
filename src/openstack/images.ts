import { z } from 'zod/mini'

import type { Image } from '#src/model/source.ts'
import type { CloudScope } from '#src/model/workplace.ts'

import { ask } from './http.ts'

const imageList = z.object({
  next: z.nullish(z.string()),
  images: z.array(
    z.pipe(
      z.object({
        id: z.string(),
        name: z.nullish(z.string()),
        status: z.string(),
        size: z.nullish(z.number()),
        min_disk: z.nullish(z.number()),
        disk_format: z.nullish(z.string()),
      }),
      z.transform((told): Image => ({
        id: told.id,
        name: told.name ?? '',
        status: told.status,
        sizeBytes: told.size ?? null,
        minDiskGiB: told.min_disk ?? 0,
        diskFormat: told.disk_format ?? null,
      })),
    ),
  ),
})

/** All images that the person may use and that are there. */
export async function listImages(cloud: CloudScope, signal?: AbortSignal): Promise<Image[]> {
  const images: Image[] = []
  let marker: string | undefined
  do {
    const { body } = await ask(
      {
        cloud,
        service: 'image',
        path: '/v2/images',
        query: { status: 'active', sort: 'name:asc', limit: 1000, marker },
        ...(signal && { signal }),
      },
      imageList,
    )
    images.push(...body.images)
    marker = body.next ? images.at(-1)?.id : undefined
  } while (marker !== undefined)
  return images
}
