import { resolve } from 'node:path'

type Modules = { getModuleInfo: (id: string) => { importedIds: string[] } | null }

/** Names the chunk for all that `entry` needs from the start; for everything else it names none. */
export function chunkOf(
  name: string,
  entry: string,
): (id: string, modules: Modules) => string | null {
  const needed = new Set<string>()
  return (id, modules) => {
    if (needed.size === 0) follow(resolve(entry), modules, needed)
    return needed.has(id) ? name : null
  }
}

function follow(id: string, modules: Modules, seen: Set<string>): void {
  if (seen.has(id)) return
  seen.add(id)
  for (const imported of modules.getModuleInfo(id)?.importedIds ?? [])
    follow(imported, modules, seen)
}
