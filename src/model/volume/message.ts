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

/** Those of `messages` that are about the volume or other resource, newest first. */
export const messagesAbout = (
  messages: readonly UserMessage[],
  resourceId: string,
): UserMessage[] =>
  messages
    .filter((message) => message.resourceId === resourceId)
    .toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0))

/** The newest of `messages` about the volume or other resource. */
export const newestAbout = (
  messages: readonly UserMessage[],
  resourceId: string,
): UserMessage | undefined => messagesAbout(messages, resourceId).at(0)
