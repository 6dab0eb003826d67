import { z } from 'zod/mini'

import type { Listed } from '#src/model/cloud/listed.ts'
import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { Image } from '#src/model/volume/source.ts'
import { needed, number, text } from '#src/openstack/http/fields.ts'
import { glance } from '#src/openstack/http/http.ts'
import { listOf, nextMarker } from '#src/openstack/http/pagination.ts'

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
  z.transform((raw): Image => ({
    id: raw.id,
    name: raw.name ?? '',
    status: raw.status,
    sizeBytes: raw.size,
    virtualSizeBytes: raw.virtual_size,
    minDiskGiB: raw.min_disk ?? 0,
    diskFormat: raw.disk_format,
  })),
)

/** Glance names the address of the next page by itself. */
const imagePage = z.pipe(
  z.object({ next: text, images: listOf(imageSchema) }),
  z.transform(({ next, images }) => ({
    ...images,
    next: nextMarker(next ? [{ rel: 'next', href: next }] : []),
  })),
)

/** All images that the person may use and that are there. */
export const listImages = (cloud: CloudScope, signal?: AbortSignal): Promise<Listed<Image>> =>
  glance(cloud).all('/v2/images', imagePage, {
    query: { status: 'active', sort: 'name:asc', limit: 1000 },
    signal,
  })
