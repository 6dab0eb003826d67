import { readFileSync } from 'node:fs'
import { pipeline, Readable, type Transform } from 'node:stream'
import { rootCertificates } from 'node:tls'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

import { Agent, type Dispatcher, request } from 'undici'

import { SettingsError } from '#server/settings/readers.ts'
import type { Settings } from '#server/settings/settings.ts'

import { bodiless, type Upstream } from './upstream.ts'

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

/** What is shorter is passed on in one piece, in bytes: a stream costs more than such an answer. */
const onePiece = 64 * 1024

function headersFrom(told: Dispatcher.ResponseData['headers']): Headers {
  const headers = new Headers()
  for (const [name, value = []] of Object.entries(told))
    for (const one of [value].flat()) headers.append(name, one)
  return headers
}

/** The parts as a stream of the platform; who leaves it drops the request. */
function streamOf(body: AsyncIterable<Uint8Array<ArrayBuffer>>) {
  const parts = body[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await parts.return?.()
    },
  })
}

const decoders: Partial<Record<string, () => Transform>> = {
  br: createBrotliDecompress,
  deflate: createInflate,
  gzip: createGunzip,
  'x-gzip': createGunzip,
}

/** The body in one piece where it is short, else as it comes; without the encoding that nobody asked for. */
async function bodyOf({ headers, body }: Dispatcher.ResponseData) {
  const decoder = decoders[String(headers['content-encoding']).toLowerCase()]?.()
  // What goes wrong on the way reaches the reader by the decoder.
  if (decoder) return streamOf(pipeline(body, decoder, () => undefined))
  return Number(headers['content-length']) <= onePiece ? body.arrayBuffer() : streamOf(body)
}

/**
 * The way to a cloud over the network.
 * @throws SettingsError when `OS_CACERT` is of no use
 */
export function networkUpstream({ caFile, insecure }: Settings): Upstream {
  const trust = caFile === undefined ? {} : { ca: [...rootCertificates, certificatesIn(caFile)] }
  const dispatcher = new Agent({ connect: { ...trust, rejectUnauthorized: !insecure } })
  return async (address, { method = 'GET', headers, body = null, signal }) => {
    const answer = await request(address, {
      method,
      headers,
      body: body instanceof ReadableStream ? Readable.from(body) : body,
      ...(signal && { signal }),
      dispatcher,
    })
    const { statusCode: status } = answer
    const isEmpty = method === 'HEAD' || bodiless.has(status)
    if (isEmpty) await answer.body.dump()
    return new Response(isEmpty ? null : await bodyOf(answer), {
      status,
      headers: headersFrom(answer.headers),
    })
  }
}
