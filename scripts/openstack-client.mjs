import { spawnSync } from 'node:child_process'

import { Obstacle, run, succeeds } from './run.mjs'

/** Makes sure that the `openstack` client is there: the one that is installed, or Debian's package, installed now. */
export function ensureOpenstackClient() {
  if (succeeds('openstack', ['--version'], 60_000)) return
  if (process.getuid?.() !== 0 || !succeeds('apt-get', ['--version']))
    throw new Obstacle(
      'The openstack client is missing: install python3-openstackclient, by the system’s package manager.',
    )
  console.log('Installing python3-openstackclient …')
  const quietly = { DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-qq'], quietly)
  run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'python3-openstackclient'],
    quietly,
  )
}

/**
 * The client, signed in.
 * @param {string} authUrl @param {string} user @param {string} password
 */
export function openstackAs(authUrl, user, password) {
  // Settings of the terminal would sign in somebody else, somewhere else.
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('OS_'))
  const env = {
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
  /**
   * Runs a command and gives back what it printed.
   * @param {string} words of the command, one space between @param {string[]} more arguments that may have spaces in them
   * @throws Obstacle with the client's own words when it fails
   */
  function tell(words, ...more) {
    const args = [...words.split(' '), ...more]
    console.log(`$ openstack ${args.join(' ')}`)
    const { status, stdout, stderr, error } = spawnSync('openstack', args, {
      env,
      encoding: 'utf8',
    })
    if (error) throw new Obstacle(`openstack can't be run: ${error.message}`)
    if (status !== 0) throw new Obstacle(`It failed: ${stderr.trim()}`)
    return stdout
  }
  return {
    tell,
    /** @param {string} words @param {string[]} more @returns {any} what the command answers as JSON */
    ask: (words, ...more) => JSON.parse(tell(words, ...more, '-f', 'json')),
  }
}
