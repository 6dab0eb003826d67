const { MOORING_E2E_CLOUD, MOORING_E2E_PORT = '4173' } = process.env

/** Whether the stories are told to a real cloud. */
export const isLive = MOORING_E2E_CLOUD === 'live'

/** How many are told at a time. Each has a server and an embedded cloud of its own; a real cloud there is but one. */
export const workers = isLive ? 1 : 2

/** The address of the server for the worker of an index. */
export const addressOf = (index: number): string =>
  `http://127.0.0.1:${Number(MOORING_E2E_PORT) + index}`

/** The embedded Keystone of that server, as browsers reach it: another site, so that its cookies and ours don't mix. */
export const keystoneForBrowsers = (index: number): string =>
  `${addressOf(index).replace('127.0.0.1', 'localhost')}/cloud/identity/v3`
