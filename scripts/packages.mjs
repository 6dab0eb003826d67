import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { Obstacle, root, run, succeeds } from './run.mjs'

/** @param {string} path */
const packagesIn = (path) => {
  const file = join(root, path)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {}
}

/** Whether what npm noted of its last installation is all that package-lock.json asks for. */
function areInstalled() {
  const installed = packagesIn('node_modules/.package-lock.json')
  return Object.entries(packagesIn('package-lock.json')).every(
    ([path, { version, integrity, optional }]) => {
      const found = installed[path]
      // An optional one that is missing is for machines of another kind.
      if (path === '' || (optional && !found)) return true
      return found?.version === version && found?.integrity === integrity
    },
  )
}

/** Installs the packages where they are missing or not those of package-lock.json. */
export function installPackages() {
  if (areInstalled()) return
  console.log('Installing packages …')
  // With NODE_ENV=production npm leaves out the packages that the build needs.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  if (npm?.endsWith('.js')) run(process.execPath, [npm, ...args])
  else run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args)
}

/** A Node that runs the server and the tools: the one that comes as a package, or this one if it is new enough. */
export function newNode() {
  const binary = process.platform === 'win32' ? 'node.exe' : 'node'
  const packaged = join(root, 'node_modules/node/bin', binary)
  if (existsSync(packaged) && succeeds(packaged, ['--version'])) return packaged
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Obstacle(
    `Mooring needs Node 24 or newer: this is ${process.version}, and the package "node" has none that runs on this machine.`,
  )
}
