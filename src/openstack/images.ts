import { z } from 'zod/mini'

import type { Listed } from '#src/model/cloud/listed.ts'
import type { CloudScope } from '#src/model/cloud/workplace.ts'
import type { Image } from '#src/model/volume/source.ts'

import { needed, number, text } from './fields.ts'
import { ask } from './http.ts'
import { allPages, listOf, nextMarker } from './pages.ts'

/** An image as Glance tells it: api-ref/source/v2/images-images-v2.inc. `size` is of the file, `virtual_size` of the disk in it. */
const imageSchema = z.pipe(
  z.object({
    id: needed,
    name: text,
    status: needed,
    size: number,
    virtual_size: number,
    min_disk: number,
    disk_format: text,
  }),
  z.transform((told): Image => ({
    id: told.id,
    name: told.name ?? '',
    status: told.status,
    sizeBytes: told.size,
    virtualSizeBytes: told.virtual_size,
    minDiskGiB: told.min_disk ?? 0,
    diskFormat: told.disk_format,
  })),
)

const imageList = z.object({ next: text, images: listOf(imageSchema) })

/** All images that the person may use and that are there. */
export const listImages = (cloud: CloudScope, signal?: AbortSignal): Promise<Listed<Image>> =>
  allPages(async (marker) => {
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
    const links = body.next ? [{ rel: 'next', href: body.next }] : []
    return { ...body.images, next: nextMarker(links) }
  })
