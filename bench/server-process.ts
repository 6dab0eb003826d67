import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** A server of ours that runs, and how long it took until it did, in ms. */
export type ServerProcess = {
  address: string
  took: number
  pid: number
  end(): Promise<void>
}

/**
 * Starts the server with settings of its own, on a port that is free; without `OS_AUTH_URL` with the embedded cloud. `flags` are
 * Node's.
 */
export async function startServer(
  settings: Record<string, string> = {},
  flags: readonly string[] = [],
): Promise<ServerProcess> {
  const begun = performance.now()
  const server = spawn(process.execPath, [...flags, 'server/index.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      OS_AUTH_URL: '',
      MOORING_PUBLIC_URL: '',
      MOORING_SECRET: 'for timings, and nothing else in the world',
      HOST: '127.0.0.1',
      PORT: '0',
      ...settings,
    },
  })
  let printed = ''
  let address: string | undefined
  for await (const part of server.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    printed += String(part)
    // With a cloud that is not the embedded one it is a line of the log.
    const [, shown, logged] = /Mooring is at (\S+)|"address":"([^"]+)"/.exec(printed) ?? []
    address = shown ?? logged
    if (address !== undefined) break
  }
  if (address === undefined) throw new Error('the server did not start')
  // What it prints later has to go somewhere, or it waits.
  server.stdout.resume()
  return {
    address,
    took: performance.now() - begun,
    pid: server.pid ?? 0,
    async end() {
      server.kill()
      await once(server, 'exit')
    },
  }
}
