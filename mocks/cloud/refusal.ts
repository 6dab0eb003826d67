/** What the cloud says no to: an HTTP status and the service's own sentence. */
export class Refusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.name = 'Refusal'
    this.status = status
  }
}

export const notFound = (what: string, id: string) =>
  new Refusal(404, `${what} ${id} could not be found.`)

/** Cinder's InvalidVolume. */
export const invalidVolume = (reason: string) => new Refusal(400, `Invalid volume: ${reason}`)

/** Cinder's and Nova's InvalidInput. */
export const invalidInput = (reason: string) =>
  new Refusal(400, `Invalid input received: ${reason}`)
