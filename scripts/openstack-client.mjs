import { spawnSync } from 'node:child_process'

import { Obstacle, run, succeeds } from './run.mjs'

/** Debian's packages of the clients, and how one sees that they are there. */
const clients = [
  { name: 'python3-openstackclient', command: 'openstack', args: ['--version'] },
  { name: 'python3-cinderclient', command: 'cinder', args: ['--version'] },
  { name: 'python3-openstacksdk', command: 'python3', args: ['-c', 'import openstack'] },
]

/** A Python that knows the SDK: the system's, whatever else stands before it in PATH. */
export const python = '/usr/bin/python3'

const isThere = (/** @type {typeof clients[number]} */ { command, args }) =>
  succeeds(command === 'python3' ? python : command, args, 60_000)

/** Makes sure that the clients are there: those that are installed, or Debian's packages, installed now. */
export function ensureClients() {
  const missing = clients.filter((client) => !isThere(client)).map(({ name }) => name)
  if (missing.length === 0) return
  if (process.getuid?.() !== 0 || !succeeds('apt-get', ['--version']))
    throw new Obstacle(
      `Clients of OpenStack are missing: install ${missing.join(', ')}, by the system’s package manager.`,
    )
  console.log(`Installing ${missing.join(', ')} …`)
  const quietly = { DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-qq'], quietly)
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], quietly)
}

/**
 * The environment by which clients sign in.
 * @param {string} authUrl @param {string} user @param {string} password
 */
function environment(authUrl, user, password) {
  // Settings of the terminal would sign in somebody else, somewhere else.
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('OS_'))
  return {
    ...Object.fromEntries(others),
    OS_AUTH_URL: authUrl,
    OS_USERNAME: user,
    OS_PASSWORD: password,
    OS_PROJECT_NAME: 'demo',
    OS_USER_DOMAIN_NAME: 'Default',
    OS_PROJECT_DOMAIN_NAME: 'Default',
    OS_REGION_NAME: 'RegionOne',
    OS_IDENTITY_API_VERSION: '3',
  }
}

/**
 * Runs a command and gives back what it printed.
 * @param {string} command @param {readonly string[]} args @param {NodeJS.ProcessEnv} env
 * @throws Obstacle with the client's own words when it fails
 */
function told(command, args, env) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { env, encoding: 'utf8' })
  if (error) throw new Obstacle(`${command} can't be run: ${error.message}`)
  if (status !== 0) throw new Obstacle(`It failed: ${stderr.trim()}`)
  return stdout
}

/**
 * The `openstack` client, signed in.
 * @param {string} authUrl @param {string} user @param {string} password
 */
export function openstackAs(authUrl, user, password) {
  const env = environment(authUrl, user, password)
  /** @param {string} words of the command, one space between @param {string[]} more arguments that may have spaces in them */
  function tell(words, ...more) {
    const args = [...words.split(' '), ...more]
    console.log(`$ openstack ${args.join(' ')}`)
    return told('openstack', args, env)
  }
  return {
    tell,
    /** @param {string} words @param {string[]} more @returns {any} what the command answers as JSON */
    ask: (words, ...more) => JSON.parse(tell(words, ...more, '-f', 'json')),
  }
}

/** The newest microversion that Debian's stable client knows. */
const cinderVersion = '3.68'

/**
 * The `cinder` client, signed in.
 * @param {string} authUrl @param {string} user @param {string} password
 */
export function cinderAs(authUrl, user, password) {
  const env = { ...environment(authUrl, user, password), OS_VOLUME_API_VERSION: cinderVersion }
  /** @param {string} words @param {string[]} more */
  function tell(words, ...more) {
    const args = [...words.split(' '), ...more]
    console.log(`$ cinder ${args.join(' ')}`)
    return told('cinder', args, env)
  }
  return {
    tell,
    /**
     * The rows of the table that a command prints, each by the names of its columns.
     * @param {string} words @param {string[]} more @returns {Record<string, string>[]}
     */
    rows(words, ...more) {
      const lines = tell(words, ...more)
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map((line) =>
          line
            .slice(1, -1)
            .split('|')
            .map((cell) => cell.trim()),
        )
      const [names = [], ...rows] = lines
      return rows.map((row) => Object.fromEntries(row.map((cell, place) => [names[place], cell])))
    },
  }
}

/**
 * Runs a Python script that uses the SDK, signed in.
 * @param {string} script @param {string} authUrl @param {string} user @param {string} password
 */
export const runSdk = (script, authUrl, user, password) =>
  run(python, [script], environment(authUrl, user, password))
