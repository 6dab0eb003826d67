import type { Destination, WebSsoChoice } from '#src/model/cloud/session.ts'

/** A visit to an identity provider that this window began, and how to go on after it. */
export type WebSsoVisit = {
  /** `popup`: in a window of its own, while the page waits. */
  mode: 'page' | 'popup'
  /** The address to come back to. */
  returnTo: string
  /** The project and region to go back to. */
  destination: Destination
  /** The user whose session the page shows. */
  replaces?: string
}

const visitKey = 'mooring.websso'
const stayKey = 'mooring.websso.stay'

const isVisit = (value: unknown): value is WebSsoVisit =>
  typeof value === 'object' && value !== null && 'mode' in value && 'returnTo' in value

/** Goes to an identity provider in this window. */
export function leaveFor({ url }: WebSsoChoice, visit: Omit<WebSsoVisit, 'mode' | 'returnTo'>) {
  const { pathname, search, hash } = location
  const whole: WebSsoVisit = { ...visit, mode: 'page', returnTo: `${pathname}${search}${hash}` }
  sessionStorage.setItem(visitKey, JSON.stringify(whole))
  location.assign(url)
}

/** Goes to an identity provider in a pop-up, so that this page stays as it is. False where the browser blocks it. */
export function openPopupFor(
  { url }: WebSsoChoice,
  visit: Omit<WebSsoVisit, 'mode' | 'returnTo'>,
): boolean {
  const whole: WebSsoVisit = { ...visit, mode: 'popup', returnTo: '/' }
  // A new window begins with a copy of this one's storage.
  sessionStorage.setItem(visitKey, JSON.stringify(whole))
  const popup = window.open(url, '_blank', 'popup,width=520,height=720')
  sessionStorage.removeItem(visitKey)
  return popup !== null
}

/** The visit that this window began, if it began one; it is over then. */
export function endVisit(): WebSsoVisit | undefined {
  const text = sessionStorage.getItem(visitKey)
  sessionStorage.removeItem(visitKey)
  if (text === null) return undefined
  const visit: unknown = JSON.parse(text)
  return isVisit(visit) ? visit : undefined
}

/** Whether to go to an identity provider without asking: once, and not after a sign-out. */
export const mayRedirect = (): boolean => sessionStorage.getItem(stayKey) === null

/** Keeps this window from going to an identity provider without asking. */
export const stayHere = (): void => sessionStorage.setItem(stayKey, 'yes')
