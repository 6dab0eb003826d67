/** A cloud as its clients see it: addresses and time. The embedded one and a real one differ in nothing else. */
export type Target = {
  /** Carries a request to the cloud. */
  send: (request: Request) => Promise<Response>
  /** Where each service is, without a slash at the end. */
  addresses: Record<ServiceName, string>
  /** Lets time pass, in ms. */
  pause: (ms: number) => Promise<void>
  /** Time in ms since the epoch, which `pause` moves on. */
  now: () => number
  /** The password of all people. */
  password: string
  /** The newest microversions of its Cinder and Nova. */
  newest: { volume: string; compute: string }
}

/** Whether a service of the cloud knows a microversion. */
export const speaks = ({ newest }: Target, service: 'volume' | 'compute', version: string) =>
  minorOf(newest[service]) >= minorOf(version)

const minorOf = (version: string) => Number(version.split('.')[1])

export type ServiceName = 'identity' | 'volume' | 'compute' | 'image'

/** What came back, what it was the answer to, and the JSON (or the text that is not JSON) of both. */
export type Reply = {
  request: { method: string; url: string; headers: Headers; body: unknown }
  status: number
  headers: Headers
  body: unknown
}

export type Asked = {
  headers?: Record<string, string> | undefined
  /** Sent as JSON; a text is sent as it is, as if it were JSON. */
  body?: unknown
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Sends one request to a service; `path` begins with a slash. */
export async function ask(
  { send, addresses }: Pick<Target, 'send' | 'addresses'>,
  service: ServiceName,
  method: string,
  path: string,
  { headers, body }: Asked = {},
): Promise<Reply> {
  const url = addresses[service] + path
  const sent = {
    method,
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  }
  const response = await send(new Request(url, sent))
  return {
    request: { method, url, headers: new Headers(sent.headers), body },
    status: response.status,
    headers: response.headers,
    body: parsed(await response.text()),
  }
}
