import { type Context, Hono } from 'hono'
import { z } from 'zod'

import type { Keystone } from '#server/cloud/keystone.ts'
import { Problem } from '#server/cloud/problem.ts'
import type { Settings } from '#server/settings/settings.ts'
import { arrivalPath, type SignedOut } from '#src/model/cloud/session.ts'

import type { CookieCarrier } from './cookies.ts'
import { shortBodies } from './request-body.ts'
import type { Sealer } from './sealing.ts'

/** How long an arrival is valid, in seconds. */
const patience = 300

const arrivalSchema = z.object({
  token: z.string(),
  userName: z.string(),
  identityProvider: z.string(),
})

/** Who has come from an identity provider, with the unscoped token that Keystone gave them. */
type Arrival = z.infer<typeof arrivalSchema>

export type Arrivals = ReturnType<typeof createArrivals>

/**
 * People who come back from an identity provider. Keystone's form posts their token across sites, without our cookies, so
 * nothing tells yet whether this browser asked for it. The token waits in a cookie until the page, which knows, lets them in.
 */
export function createArrivals({
  sealer,
  carrier,
  now,
}: {
  sealer: Sealer
  carrier: CookieCarrier
  now: () => number
}) {
  async function find(context: Context): Promise<Arrival | undefined> {
    const sealed = carrier.get(context, 'arrival')
    const found = sealed === undefined ? undefined : await sealer.open('arrival', sealed)
    return arrivalSchema.safeParse(found?.state === 'open' ? found.content : undefined).data
  }
  return {
    find,
    note: async (context: Context, arrival: Arrival) =>
      carrier.set(
        context,
        'arrival',
        await sealer.seal('arrival', arrival, new Date(now() + patience * 1000)),
        patience,
      ),
    clear: (context: Context) => carrier.remove(context, 'arrival'),
    /** Who has arrived, as the page may know it. */
    async shown(context: Context): Promise<Pick<SignedOut, 'arrival'>> {
      const arrival = await find(context)
      if (!arrival) return {}
      const { userName, identityProvider } = arrival
      return { arrival: { userName, identityProvider } }
    },
  }
}

/** Refuses forms that do not come from the Keystone that the settings name. */
function refuseOthers(context: Context, { webSso }: Settings): void {
  const own = webSso && new URL(webSso.keystoneUrl).origin
  const origin = context.req.header('origin')
  if (own === undefined) throw new Problem(404, 'There is nothing at this address.')
  if (origin !== own)
    throw new Problem(
      403,
      `Sign-in by an identity provider has to come from ${own}, but this came from ${origin ?? 'nowhere'}. WEBSSO_KEYSTONE_URL has to be the address of Keystone that the browser sees.`,
    )
}

/**
 * Where Keystone's form brings people who have signed in at an identity provider: keystone/federation/controllers and
 * etc/sso_callback_template.html. The page takes over from here.
 */
export function arrivalRoutes({
  settings,
  keystone,
  arrivals,
}: {
  settings: Settings
  keystone: Keystone
  arrivals: Arrivals
}) {
  return new Hono().post(arrivalPath, shortBodies, async (context) => {
    refuseOthers(context, settings)
    const { token } = await context.req.parseBody()
    if (typeof token !== 'string' || token === '')
      throw new Problem(400, 'The identity service sent no token.')
    const { user, id } = await keystone.validate(token, context.req.raw.signal)
    await arrivals.note(context, {
      token: id,
      userName: user.name,
      identityProvider: user['OS-FEDERATION']?.identity_provider.id ?? user.domain.name,
    })
    return context.redirect(arrivalPath, 303)
  })
}
