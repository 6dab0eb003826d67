import type { Fault } from '#mocks/cloud/faults.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

import { faultOf, pageOfError, titleOf, type Answer } from './answer.ts'

/** Answers that a load balancer gives when nobody behind it does. */
const balancers: Record<number, string> = {
  502: 'The server returned an invalid or incomplete response.',
  503: 'No server is available to handle this request.',
  504: "The server didn't respond in time.",
}

const erred = 'The server has either erred or is incapable of performing the requested operation.'

function bodyOf(
  service: string,
  request: Request,
  { status, message }: NonNullable<Fault['answer']>,
): Answer {
  const balancer = balancers[status]
  if (message === undefined && balancer !== undefined)
    return {
      status,
      body: `<html><body><h1>${status} ${titleOf(status)}</h1>\n${balancer}\n</body></html>\n`,
      headers: { 'content-type': 'text/html' },
    }
  const words = message ?? erred
  if (service === 'identity')
    return { status, body: { error: { code: status, message: words, title: titleOf(status) } } }
  if (service === 'image') return pageOfError(request, status, words)
  return faultOf(new Refusal(status, words))
}

/** What a request gets that meets a fault: the service's own form of an error, or a load balancer's page. */
export function faultAnswer(
  service: string,
  request: Request,
  answer: NonNullable<Fault['answer']>,
): Answer {
  const { headers, ...rest } = bodyOf(service, request, answer)
  const { retryAfter } = answer
  return {
    ...rest,
    headers: { ...headers, ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }) },
  }
}
