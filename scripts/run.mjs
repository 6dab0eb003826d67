import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** A step can't be done. The message is for the person at the terminal, and is all they get to see. */
export class Obstacle extends Error {
  /** @param {string} message @param {number} [exitCode] */
  constructor(message, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/**
 * Runs a command to its end with its output shown.
 * @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} [env] put over the environment
 * @throws Obstacle with the command's exit code when it fails
 */
export function run(command, args, env = {}) {
  const { status, signal, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  if (error) throw new Obstacle(`${command} can't be run: ${error.message}`)
  if (status !== 0)
    throw new Obstacle(
      `Failed: ${[command, ...args].join(' ')}${signal ? ` (${signal})` : ''}`,
      status ?? 1,
    )
}

/**
 * Runs a command beside others. Its output is kept until it ends, so that theirs don't mix.
 * @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} [env] put over the environment
 * @returns {Promise<{ output: string, obstacle: Obstacle | undefined }>} the obstacle: why it failed, if it did
 */
export function runBeside(command, args, env = {}) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text))
  return new Promise((resolve) => {
    child.on('error', ({ message }) =>
      resolve({ output, obstacle: new Obstacle(`${command} can't be run: ${message}`) }),
    )
    child.on('close', (code, signal) =>
      resolve({
        output,
        obstacle:
          code === 0
            ? undefined
            : new Obstacle(
                `Failed: ${[command, ...args].join(' ')}${signal ? ` (${signal})` : ''}`,
                code ?? 1,
              ),
      }),
    )
  })
}

/**
 * Whether a command succeeds; its output is kept away.
 * @param {string} command @param {string[]} args @param {number} [timeout] in ms
 */
export const succeeds = (command, args, timeout = 20_000) =>
  spawnSync(command, args, { cwd: root, stdio: 'ignore', timeout }).status === 0

/**
 * Runs a command in this one's place: signals go on to it, and its end is the end of this process.
 * @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} [env]
 */
export function become(command, args, env = {}) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  // npm passes signals to a shell, which dies of them without a word to us.
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 250)
  if (!process.env.npm_lifecycle_event) clearInterval(watch)
  child.on('error', ({ message }) => end(new Obstacle(`${command} can't be run: ${message}`)))
  child.on('exit', (code) => process.exit(code ?? 1))
}

/** @param {unknown} error */
function end(error) {
  console.error(error instanceof Obstacle ? error.message : error)
  process.exit(error instanceof Obstacle ? error.exitCode : 1)
}

/**
 * Runs a script's steps; an obstacle ends the process with its message and exit code.
 * @param {() => void | Promise<void>} steps
 */
export async function main(steps) {
  try {
    await steps()
  } catch (error) {
    end(error)
  }
}
