import { readFileSync } from 'node:fs'
import { rootCertificates } from 'node:tls'

import { Agent, fetch } from 'undici'

import { type Settings, SettingsError } from './settings.ts'
import type { Upstream } from './upstream.ts'

function certificatesIn(file: string): string {
  const right = 'it must be a file of certificates in PEM form'
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new SettingsError(`OS_CACERT is ${JSON.stringify(file)}, which can't be read: ${right}`)
  }
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text
  throw new SettingsError(
    `OS_CACERT is ${JSON.stringify(file)}, which has no certificate: ${right}`,
  )
}

/** The stream as one of the platform: undici's is the same at run time, of another type to the compiler. */
function streamOf(body: NonNullable<Awaited<ReturnType<typeof fetch>>['body']>) {
  const reader = body.getReader()
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await reader.read()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: (reason) => reader.cancel(reason),
  })
}

/**
 * The way to a cloud over the network.
 * @throws SettingsError when `OS_CACERT` is of no use
 */
export function networkUpstream({ caFile, insecure }: Settings): Upstream {
  const trust = caFile === undefined ? {} : { ca: [...rootCertificates, certificatesIn(caFile)] }
  const dispatcher = new Agent({ connect: { ...trust, rejectUnauthorized: !insecure } })
  return async (address, init) => {
    const { status, headers, body } = await fetch(address, {
      ...init,
      redirect: 'manual',
      dispatcher,
    })
    const bodiless = [204, 205, 304].includes(status) || body === null
    return new Response(bodiless ? null : streamOf(body), { status, headers: [...headers] })
  }
}
