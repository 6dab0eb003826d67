import { expect, test } from 'vitest'

import { type Backup, backupServiceShown, hasBaseBackup } from './backup.ts'

const backup = (given: Partial<Backup>): Backup => ({
  id: 'backup-1',
  name: '',
  status: 'available',
  volumeId: 'volume-1',
  incremental: false,
  failReason: null,
  createdAt: 0,
  ...given,
})
const noService = { status: 'error', failReason: 'Service not found for creating backup.' }

test('a backup that some service made shows that there is one', () => {
  expect(backupServiceShown([backup({})])).toBe(true)
  expect(backupServiceShown([backup({ status: 'error', failReason: 'Disk full' })])).toBe(true)
})

test('a backup that no service took shows that there is none', () => {
  expect(backupServiceShown([backup(noService)])).toBe(false)
})

test('the newest that says anything counts', () => {
  const failed = backup({ ...noService, createdAt: 1 })
  expect(backupServiceShown([failed, backup({ createdAt: 2 })])).toBe(true)
  expect(backupServiceShown([failed, backup({ createdAt: 0 })])).toBe(false)
  expect(backupServiceShown([failed, backup({ status: 'creating', createdAt: 2 })])).toBe(false)
})

test('without backups nothing is known', () => {
  expect(backupServiceShown([])).toBeUndefined()
})

test('an incremental backup builds on one of the same volume that is available', () => {
  const volume = { id: 'volume-1' }
  expect(hasBaseBackup([backup({})], volume)).toBe(true)
  expect(hasBaseBackup([backup({ status: 'error' })], volume)).toBe(false)
  expect(hasBaseBackup([backup({ volumeId: 'volume-2' })], volume)).toBe(false)
})
