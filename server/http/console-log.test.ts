import { expect, test } from 'vitest'

import { logConsole } from './console-log.ts'

test('what is written to the console becomes one line of the log, without a stack', () => {
  const lines: [string, object, string][] = []
  const lineOf = (level: string) => (fields: object, message: string) =>
    void lines.push([level, fields, message])
  const log = { info: lineOf('info'), warn: lineOf('warn'), error: lineOf('error') }
  const target = { error: () => {}, warn: () => {}, info: () => {} }
  logConsole(log, target)
  Reflect.apply(target.error, target, [new TypeError('other side closed')])
  Reflect.apply(target.info, target, ['The user', 'aborted a request.'])
  expect(lines).toEqual([
    ['warn', { said: 'TypeError: other side closed' }, 'the HTTP server reported'],
    ['info', { said: 'The user aborted a request.' }, 'the HTTP server reported'],
  ])
})
