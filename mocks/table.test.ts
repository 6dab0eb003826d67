import { expect, test } from 'vitest'

import { Table } from '#mocks/cloud/table.ts'

test.each([
  { ids: 'descend', expected: ['newer', 'c', 'b', 'a'] },
  { ids: 'ascend', expected: ['newer', 'a', 'b', 'c'] },
] as const)(
  'entries of one second are in the order of the ids, which $ids',
  ({ ids, expected }) => {
    const table = new Table(ids)
    for (const id of ['b', 'a', 'c']) table.add({ id, projectId: '', createdAt: 1500 })
    table.add({ id: 'newer', projectId: '', createdAt: 2000 })
    expect([...table.newestFirst()].map(({ id }) => id)).toEqual(expected)
  },
)
