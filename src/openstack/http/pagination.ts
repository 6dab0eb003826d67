import { z, type ZodMiniType } from 'zod/mini'

import type { Listed, UnreadItem } from '#src/model/cloud/listed.ts'
import type { CloudScope } from '#src/model/cloud/scope.ts'

import { isRecord } from './is-record.ts'

/** One page of a list, read item by item. `next` marks the page after it. */
export type Page<T> = { items: T[]; unread: UnreadItem[]; next?: string | undefined }

const labelOf = (item: unknown, name: 'id' | 'name'): string | null => {
  const label = isRecord(item) ? item[name] : undefined
  return typeof label === 'string' && label !== '' ? label : null
}

/** Zod's findings in one line: which field, and what is wrong with it. */
export const findingsIn = (issues: readonly { path: PropertyKey[]; message: string }[]): string =>
  issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': ')).join('; ')

function readEach<T>(schema: ZodMiniType<T>, raw: readonly unknown[]) {
  const items: T[] = []
  const unread: UnreadItem[] = []
  for (const item of raw) {
    const read = schema.safeParse(item)
    if (read.success) items.push(read.data)
    else
      unread.push({
        id: labelOf(item, 'id'),
        name: labelOf(item, 'name'),
        why: findingsIn(read.error.issues),
      })
  }
  return { items, unread }
}

/** A list in an answer, read item by item: one that `schema` can't read costs itself only. */
export const listOf = <T>(schema: ZodMiniType<T>) =>
  z.pipe(
    z.array(z.unknown()),
    z.transform((raw) => readEach(schema, raw)),
  )

const linkSchema = z.object({ rel: z.string(), href: z.string() })

/**
 * The links by which a list tells that there is more: cinder/api/common.py, `_get_collection_links`; Nova alike. Links that
 * can't be read are none.
 */
export const pageLinks = z.transform((raw: unknown) =>
  Array.isArray(raw)
    ? raw.flatMap((one) => {
        const read = linkSchema.safeParse(one)
        return read.success ? [read.data] : []
      })
    : [],
)

/**
 * The marker of the page after this one, or undefined on the last. The cloud names an address that need not be reachable from
 * here, so only the marker is taken from it; a link without one gives an empty marker, which leads nowhere.
 */
export function nextMarker(links: readonly z.infer<typeof linkSchema>[]): string | undefined {
  const next = links.find(({ rel }) => rel === 'next')
  if (!next) return undefined
  const { href } = next
  // A base whose own address can be read makes any path of the link's readable too.
  return URL.canParse(href, 'http://cloud')
    ? (new URL(href, 'http://cloud').searchParams.get('marker') ?? '')
    : ''
}

/**
 * One page of a list, whose items are under `key` and its links under `links`: mostly the same name with `_links`, but some of
 * Cinder's lists have it in the singular.
 */
export const pageOf = <T>(
  key: string,
  item: ZodMiniType<T>,
  links: readonly string[] = [`${key}_links`],
) =>
  z.pipe(
    z.pipe(
      z.transform((body: unknown) => ({
        items: isRecord(body) ? body[key] : undefined,
        links: isRecord(body) ? links.map((name) => body[name]) : [],
      })),
      z.object({ items: listOf(item), links: z.array(pageLinks) }),
    ),
    z.transform((body): Page<T> => ({ ...body.items, next: nextMarker(body.links.flat()) })),
  )

/** A page, and whether the list ends with it though the cloud says that there is more. */
export type PageRead<T> = Page<T> & { cutShort: boolean }

/**
 * Reads a list page by page. It ends with the last page, and also where the link to the next one has no marker, repeats
 * one, or comes with an empty page: such a list has no end.
 * @param read reads the page after `marker`
 */
export async function* eachPage<T, P extends Page<T>>(
  read: (marker: string | undefined) => Promise<P>,
): AsyncGenerator<P & { cutShort: boolean }, void> {
  const markers = new Set<string>([''])
  let marker: string | undefined
  for (;;) {
    const page = await read(marker)
    marker = page.next
    const isEmpty = page.items.length + page.unread.length === 0
    const cutShort = marker !== undefined && (markers.has(marker) || isEmpty)
    yield { ...page, cutShort }
    if (marker === undefined || cutShort) return
    markers.add(marker)
  }
}

/** All pages of a list together. */
export async function allPages<T>(
  read: (marker: string | undefined) => Promise<Page<T>>,
): Promise<Listed<T>> {
  const items: T[] = []
  const unread: UnreadItem[] = []
  let cutShort = false
  for await (const page of eachPage<T, Page<T>>(read)) {
    items.push(...page.items)
    unread.push(...page.unread)
    cutShort = page.cutShort
  }
  return { items, unread, cutShort }
}

/**
 * The query that asks for the things of all projects. Cinder gives others than administrators their own project's all the same
 * (cinder/api/common.py, `process_general_filters`); Nova refuses (os_compute_api:servers:index:get_all_tenants).
 */
export const allTenants = ({ allProjects }: CloudScope): 1 | undefined =>
  allProjects === true ? 1 : undefined
