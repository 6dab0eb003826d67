/** What Cinder tells a user about something that went wrong: its user messages. */
export type UserMessage = {
  id: string
  /** Cinder's sentence. */
  text: string
  resourceId: string | null
  requestId: string | null
  /** ms since the epoch. */
  createdAt: number | null
}

/** The newest of `messages` about the volume or other resource. */
export const newestAbout = (
  messages: readonly UserMessage[],
  resourceId: string,
): UserMessage | undefined =>
  messages
    .filter((message) => message.resourceId === resourceId)
    .toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0))
    .at(0)
