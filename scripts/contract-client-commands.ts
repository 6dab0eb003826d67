import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import fc from 'fast-check'

import { disableServiceCommand } from '#src/model/services/service-commands.ts'
import {
  createSnapshotCommand,
  editSnapshotCommand,
  snapshotMetadataCommand,
} from '#src/model/snapshot/snapshot-commands.ts'
import { sampleSnapshot } from '#src/model/testing/sample-snapshot.ts'
import { sampleVolume } from '#src/model/testing/sample-volume.ts'
import {
  createTypeCommand,
  editTypeCommand,
  specsCommand,
} from '#src/model/volume-type/type-commands.ts'
import { manageCommand } from '#src/model/volume/administration-commands.ts'
import { createBackupCommand } from '#src/model/volume/backup.ts'
import { metadataCommand, uploadCommand } from '#src/model/volume/change-commands.ts'
import { createTransferCommand } from '#src/model/volume/transfer.ts'
import { createCommand, editCommand } from '#src/model/volume/volume-commands.ts'

type Read = { command: string; options: Record<string, unknown>; operands: unknown[] }

/** A text for the shell, and what each of its commands has to say to the client. */
type Case = { text: string | undefined; meant: Read[] }

const volume = sampleVolume({ id: 'v1', name: 'old', description: 'old', bootable: false })
const snapshot = sampleSnapshot({ id: 's1', name: 'old', description: 'old' })

const nothing = { set: {}, unset: [] }
const filled = (options: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== ''))
const read = (command: string, options: Record<string, unknown>, ...operands: unknown[]): Read => ({
  command,
  options: filled(options),
  operands: operands.filter((one) => one !== ''),
})

/** What changes of name and description; what is emptied can't be said. */
const edited = (command: string, words: Words, id: string): Read[] => {
  const options = Object.fromEntries(
    Object.entries({ '--name': words.name, '--description': words.description }).filter(
      ([, text]) => text !== 'old',
    ),
  )
  const said = Object.keys(options).length > 0 && !Object.values(options).includes('')
  return said ? [read(command, options, id)] : []
}

type Words = { name: string; description: string }
type Metadata = { set: Record<string, string>; unset: string[] }

/** What sets metadata and what removes it. */
const changed = (command: string, option: string, { set, unset }: Metadata, id: string): Read[] => [
  ...(Object.keys(set).length > 0 ? [read(`${command} set`, { [option]: set }, id)] : []),
  ...(unset.length > 0 ? [read(`${command} unset`, { [option]: unset }, id)] : []),
]

function casesFor({ name, description }: Words, metadata: Metadata): Case[] {
  const words = { name, description }
  const named = { '--name': name, '--description': description }
  const typed = {
    name: name || 'x',
    description,
    isPublic: false,
    shareable: true,
    projects: ['p1', 'p2'],
  }
  const type = name.trim() || 'x'
  const values = { ...typed, name: type }
  return [
    {
      text: createCommand({ name, description, sizeGiB: 3, type: 'fast' }),
      meant: [
        {
          ...read('volume create', { '--size': 3, '--type': 'fast', '--description': description }),
          operands: [name],
        },
      ],
    },
    {
      text: editCommand(volume, { ...words, bootable: false }),
      meant: edited('volume set', words, 'v1'),
    },
    {
      text: editSnapshotCommand(snapshot, words),
      meant: edited('volume snapshot set', words, 's1'),
    },
    {
      text: createSnapshotCommand(volume, words),
      meant: [
        {
          ...read('volume snapshot create', { '--volume': 'v1', '--description': description }),
          operands: [name],
        },
      ],
    },
    {
      text: createBackupCommand(volume, { ...words, container: name, incremental: true }),
      meant: [
        read(
          'volume backup create',
          { ...named, '--container': name, '--incremental': true },
          'v1',
        ),
      ],
    },
    {
      text: createTransferCommand(volume, { name, withSnapshots: true }),
      meant: [read('volume transfer request create', { '--name': name }, 'v1')],
    },
    {
      text: metadataCommand(volume, { own: metadata, image: nothing }),
      meant: changed('volume', '--property', metadata, 'v1'),
    },
    {
      text: metadataCommand(volume, { own: nothing, image: metadata }),
      meant: changed('volume', '--image-property', metadata, 'v1'),
    },
    {
      text: snapshotMetadataCommand(snapshot, metadata),
      meant: changed('volume snapshot', '--property', metadata, 's1'),
    },
    {
      text: specsCommand({ id: 't1' }, metadata),
      meant: changed('volume type', '--property', metadata, 't1').toReversed(),
    },
    {
      text: createTypeCommand(values),
      meant: [
        read(
          'volume type create',
          {
            '--description': description,
            '--private': true,
            '--property': { multiattach: '<is> True' },
            '--project': 'p1',
          },
          type,
        ),
        read('volume type set', { '--project': 'p2' }, type),
      ],
    },
    {
      text: editTypeCommand(
        { id: 't1' },
        {
          name: name || undefined,
          description: description || undefined,
          isPublic: undefined,
          shareable: undefined,
        },
        { grant: [], revoke: [] },
      ),
      meant: name || description ? [read('volume type set', named, 't1')] : [],
    },
    {
      text: uploadCommand(volume, {
        name: name || 'x',
        diskFormat: 'raw',
        containerFormat: 'bare',
      }),
      meant: [
        read(
          'image create',
          { '--volume': 'v1', '--disk-format': 'raw', '--container-format': 'bare' },
          name || 'x',
        ),
      ],
    },
    {
      text: disableServiceCommand({ host: 'vm@shared', binary: 'cinder-volume' }, description),
      meant: [
        read(
          'volume service set',
          { '--disable': true, '--disable-reason': description },
          'vm@shared',
          'cinder-volume',
        ),
      ],
    },
  ]
}

/** Having something managed, which clients have only known for some years. */
const managing = ({ name, description }: Words, { set }: Metadata): Case => ({
  text: manageCommand({
    host: 'vm@shared#shared',
    identifierType: 'source-name',
    identifier: name || 'x',
    name,
    description,
    type: '',
    availabilityZone: '',
    bootable: false,
    metadata: set,
  }),
  meant: [
    {
      ...read('volume create', {
        '--host': 'vm@shared#shared',
        '--remote-source': { 'source-name': name || 'x' },
        '--description': description,
        ...(Object.keys(set).length > 0 && { '--property': set }),
      }),
      operands: [name],
    },
  ],
})

/** Texts that shells and parsers stumble over, as people type them. */
const text = fc
  .oneof(
    fc.constantFrom(
      '',
      '-',
      '---',
      '-n',
      '--help',
      '--debug',
      '--name=x',
      '-1',
      '=x',
      "it's",
      '$HOME `id`',
      'a\nb',
      'Datenträger 数据',
      'a,b=c;d',
      '-- x',
      '~',
      '!1',
      '\\',
    ),
    fc.string({
      unit: fc.constantFrom(...Array.from(`-'"\\$\`!#&|;<>()[]{}*?~=,. \n\tab1é数`)),
      maxLength: 12,
    }),
  )
  // A shell has no word for this, and Cinder takes blanks around words away.
  .map((one) => one.replaceAll('\0', '').trim())
  // The one value that no option can have: argparse loses it until Python 3.13.
  .filter((one) => one !== '--')

/** What Cinder allows as keys of metadata. */
const key = fc
  .string({ unit: fc.constantFrom(...Array.from('abZ09-_:. /')), minLength: 1, maxLength: 8 })
  .map((one) => one.trim() || 'k')

const metadata = fc.record({
  set: fc.dictionary(key, text, { maxKeys: 3, noNullPrototype: true }),
  unset: fc.uniqueArray(key, { maxLength: 2 }),
})

const words = fc.record({ name: text, description: text })

/** The Python that runs the installed client, as the first line of its script names it. */
function clientsPython(): string {
  const found = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'openstack'))
    .find((path) => existsSync(path))
  const first = found && readFileSync(found, 'utf8').split('\n')[0]
  return /^#!\s*(\S*python\S*)/.exec(first ?? '')?.[1] ?? 'python3'
}

/** What the client's own parser makes of texts. */
function readByClient(texts: readonly string[]): (Read[] | { refused: string })[] {
  const script = fileURLToPath(new URL('contract-client-parse.py', import.meta.url))
  const { status, stdout, stderr } = spawnSync(clientsPython(), [script], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  assert.equal(status, 0, stderr)
  return JSON.parse(stdout)
}

const runs = Number(process.argv[2] ?? 40)
const samples = fc.sample(fc.tuple(words, metadata), {
  numRuns: runs,
  seed: Number(process.argv[3] ?? 13),
})
const knowsRemoteSources = !(
  'refused' in Object(readByClient(['openstack volume create --remote-source a=b --host h x'])[0])
)
const cases = samples.flatMap(([one, pairs]) => [
  ...casesFor(one, pairs),
  ...(knowsRemoteSources ? [managing(one, pairs)] : []),
])
const asked = cases.map((one) => one.text ?? '')
const answers = readByClient(asked)
for (const [place, { meant }] of cases.entries())
  assert.deepEqual(answers[place], meant, `The client reads otherwise: ${asked[place]}`)
console.log(`The client's parser read ${cases.length} commands as they were meant.`)
