import { expect, test } from 'vitest'

import { volumesSearch } from './volumes-search.ts'
import {
  filterOf,
  hiddenOf,
  hideText,
  sortingOf,
  sortText,
  widthsOf,
  widthsText,
} from './volumes-view.ts'

const read = (address: string) =>
  volumesSearch.parse(Object.fromEntries(new URLSearchParams(address)))

test('an address says what is shown, and in which order', () => {
  const search = read('q=db&sort=-size&shareable=true&hide=type,created')
  expect(filterOf(search)).toMatchObject({ text: 'db', shareable: true })
  expect(sortingOf(search)).toEqual({ by: 'size', descending: true })
  expect(hiddenOf(search)).toEqual(['type', 'created'])
})

test('an order comes back from the address as it went in', () => {
  expect(sortText(sortingOf(read('sort=attachedTo')))).toBe('attachedTo')
  expect(sortText(undefined)).toBeUndefined()
})

test('what makes no sense in an address is as if not there', () => {
  const search = read('sort=colour&shareable=perhaps&dialog=dance&widths=name:wide,size:90')
  expect(sortingOf(search)).toBeUndefined()
  expect(search.shareable).toBeUndefined()
  expect(search.dialog).toBeUndefined()
  expect(widthsOf(search)).toEqual({ size: 90 })
  expect(widthsText(widthsOf(search))).toBe('size:90')
})

test('the column of groups is hidden until it is asked for', () => {
  expect(hiddenOf(read(''))).toEqual(['group'])
  expect(hiddenOf(read('hide='))).toEqual([])
  expect(hideText([])).toBe('')
  expect(hideText(['group'])).toBeUndefined()
  expect(hideText(['type', 'group'])).toBe('type,group')
})

test('of all projects other columns are hidden, for there are Project and Host besides', () => {
  expect(hiddenOf(read(''), true)).toEqual(['availabilityZone', 'bootable', 'encrypted', 'group'])
  expect(hideText(['group', 'encrypted', 'bootable', 'availabilityZone'], true)).toBeUndefined()
  expect(hideText(['group'], true)).toBe('group')
  expect(filterOf(read('project=p-1&host=vm@a%23a'))).toMatchObject({
    project: 'p-1',
    host: 'vm@a#a',
  })
})
