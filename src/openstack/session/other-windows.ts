/** What this browser's windows tell each other. */
type SessionNews = 'signed-in' | 'signed-out'

const name = 'mooring session'

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : undefined

/** Tells the other windows that somebody has signed in or out. */
export const tellOtherWindows = (news: SessionNews): void =>
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin only
  channel?.postMessage(news)

/** Calls `listener` when another window signs in or out, until the returned function is called. */
export function onOtherWindows(listener: () => void): () => void {
  channel?.addEventListener('message', listener)
  return () => channel?.removeEventListener('message', listener)
}
