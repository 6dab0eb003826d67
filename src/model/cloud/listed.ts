/** An item of a list that could not be read: what is known about it, and the reason. */
export type UnreadItem = { id: string | null; name: string | null; why: string }

/** What is wrong with a list as it was read. */
export type ListFlaws = {
  /** Items that the cloud lists but that could not be read. */
  unread: readonly UnreadItem[]
  /** Whether the link to the next page led nowhere, or back, so that there may be more. */
  cutShort: boolean
}

/** A list as far as it could be read. */
export type Listed<T> = { items: T[] } & ListFlaws

/** The readable items of a list. */
export const itemsOf = <T>({ items }: Listed<T>): T[] => items

/** What is wrong with a list. */
export const flawsOf = ({ unread, cutShort }: ListFlaws): ListFlaws => ({ unread, cutShort })

/** A complete list. */
export const noFlaws: ListFlaws = { unread: [], cutShort: false }

/** The flaws of several lists that are shown as one. */
export const flawsTogether = (lists: readonly ListFlaws[]): ListFlaws => ({
  unread: lists.flatMap(({ unread }) => unread),
  cutShort: lists.some(({ cutShort }) => cutShort),
})
