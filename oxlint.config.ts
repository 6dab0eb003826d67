import { readdirSync } from 'node:fs'

import { defineConfig, type OxlintOverride } from 'oxlint'

/**
 * Which room of the code may import from which, lowest first. A room may always import from itself.
 * Throws if a folder is missing from the table.
 */
const rooms: Record<string, readonly string[]> = {
  'src/model': [],
  // The rules for finding and ordering texts; ui knows nothing else of what it shows.
  'src/ui': ['src/model/search-text.ts', 'src/model/natural-order.ts'],
  'src/openstack': ['src/model'],
  'src/queries': ['src/openstack', 'src/model'],
  'src/parts': ['src/queries', 'src/openstack', 'src/model', 'src/ui'],
  'src/panels': ['src/parts', 'src/queries', 'src/openstack', 'src/model', 'src/ui'],
  'src/app': ['src/panels', 'src/parts', 'src/queries', 'src/openstack', 'src/model', 'src/ui'],
  // For tests only.
  'src/testing': ['server', 'server/settings', 'server/testing', 'mocks'],
  'mocks/cloud': [],
  'mocks/seeds': ['mocks/cloud'],
  'mocks/handlers': ['mocks/cloud'],
  'mocks/client': [],
  'mocks/contract': ['mocks/client'],
  'mocks/properties': ['mocks/client', 'mocks/seeds', 'mocks/cloud'],
  'mocks/recordings': [],
  'mocks/replay': ['mocks/client', 'mocks/seeds', 'mocks/cloud'],
  mocks: ['mocks/handlers', 'mocks/seeds', 'mocks/cloud', 'mocks/client'],
  'server/settings': [],
  'server/cloud': ['server/settings', 'src/model/cloud/session.ts'],
  'server/http': ['server/cloud', 'server/settings', 'src/model/cloud/session.ts'],
  'server/session': [
    'server/http',
    'server/cloud',
    'server/settings',
    'src/model/cloud/session.ts',
  ],
  'server/pages': ['server/http', 'server/settings'],
  'server/testing': ['server', 'server/cloud', 'server/settings', 'src/model/cloud/session.ts'],
  server: [
    'server/session',
    'server/pages',
    'server/http',
    'server/cloud',
    'server/settings',
    'mocks',
    'src/model/cloud/session.ts',
  ],
  src: [
    'src/app',
    'src/model',
    'src/queries',
    'src/openstack',
    'src/ui',
    'server',
    'server/session',
    'server/settings',
    'mocks',
  ],
  scripts: ['src/model'],
  e2e: [],
  bench: ['src/model', 'src/openstack', 'mocks/client'],
}

const foldersIn = (parent: string) =>
  readdirSync(new URL(parent, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)

const codeFolders = [
  ...foldersIn('./src').map((name) => `src/${name}`),
  ...foldersIn('./mocks').map((name) => `mocks/${name}`),
  ...foldersIn('./server').map((name) => `server/${name}`),
]
const strays = codeFolders.filter((folder) => !(folder in rooms))
if (strays.length > 0)
  throw new Error(`oxlint.config.ts: no line in the table of rooms for ${strays.join(', ')}`)

/** Panels see one another as little as rooms do: each may import only its own folder. */
const panels = foldersIn('./src/panels').map((name) => `src/panels/${name}`)

const everyRoom = Object.keys(rooms).filter((room) => room.includes('/'))
const folder = (room: string) => (room.includes('.') ? `#${room}` : `#${room}/**`)

/** What only tests may import. */
const forTests = ['#src/testing/**', '#src/model/testing/**', '#src/ui/testing/**']

/** The lint rule that lets files of `room` import only `allowed`. */
function importsOf(
  files: string[],
  itself: string,
  allowed: readonly string[],
  areTests = false,
): OxlintOverride {
  const open = [itself, ...allowed]
  const closed = [...everyRoom, 'server', 'e2e', 'bench', 'scripts'].filter(
    (r) => !open.includes(r),
  )
  return {
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['../*', '../**'], message: 'Use the # alias outside of a folder.' },
            {
              group: [
                ...closed.map(folder),
                ...open.map((room) => `!${folder(room)}`),
                ...panels
                  .filter((p) => itself.startsWith('src/panels/') && p !== itself)
                  .map(folder),
                ...(areTests || ['src/testing', 'scripts'].includes(itself) ? [] : forTests),
              ],
              message: `${itself} may import only ${allowed.join(', ') || 'itself'}.`,
            },
          ],
        },
      ],
    },
  }
}

export default defineConfig({
  plugins: ['typescript', 'import', 'react', 'jsx-a11y', 'promise', 'vitest', 'unicorn', 'oxc'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  options: { typeAware: true },
  env: { browser: true, node: true, es2024: true },
  ignorePatterns: ['dist', 'public/mockServiceWorker.js'],
  rules: {
    // Type imports count: a circle of types is a circle for the reader.
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'import/no-unassigned-import': ['error', { allow: ['**/*.css'] }],
    'import/no-default-export': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-floating-promises': 'error',
    'react/react-in-jsx-scope': 'off',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'react/no-danger': 'error',
    'no-console': 'error',
    'import/no-named-as-default-member': 'off',
    'no-await-in-loop': 'off',
    // A virtualised table and list can't be made of table and list elements, whose layout they replace.
    'jsx-a11y/prefer-tag-over-role': 'off',
    // A dialog has to take the focus, and its first field is the place for it.
    'jsx-a11y/no-autofocus': 'off',
    // Only relevant when the React Compiler is used.
    'react/incompatible-library': 'off',
    // The compiler checks this and knows which unions are exhausted.
    'typescript/consistent-return': 'off',
    'oxc/no-map-spread': 'off',
    // Takes zod's `catch` for that of a promise.
    'promise/valid-params': 'off',
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    // Properties hold under conditions.
    'vitest/no-conditional-expect': 'off',
    'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    eqeqeq: ['error', 'always'],
  },
  overrides: [
    ...Object.entries(rooms).map(([room, allowed]) =>
      importsOf([room.includes('/') ? `${room}/**` : `${room}/*.{ts,tsx}`], room, allowed),
    ),
    ...panels.map((panel) => importsOf([`${panel}/**`], panel, rooms['src/panels'] ?? [])),
    ...Object.entries(rooms)
      .filter(([room]) => room.startsWith('src/') && room !== 'src/panels')
      .map(([room, allowed]) =>
        importsOf([`${room}/**/*.test.{ts,tsx}`], room, [...allowed, 'src/testing'], true),
      ),
    ...panels.map((panel) =>
      importsOf([`${panel}/**/*.test.{ts,tsx}`], panel, rooms['src/panels'] ?? [], true),
    ),
    // The server's tests visit the whole of it, in front of a fake cloud.
    importsOf(['server/**/*.test.ts'], 'server', ['server/testing', ...(rooms['server'] ?? [])]),
    { files: ['*.config.ts'], rules: { 'import/no-default-export': 'off' } },
    { files: ['scripts/**', 'bench/**', 'server/index.ts'], rules: { 'no-console': 'off' } },
    { files: ['**/*.test.ts', '**/*.test.tsx', 'e2e/**'], rules: { 'max-lines': 'off' } },
  ],
})
