import { expect, it } from 'vitest'
import { ownSession } from '../../../src/app/action/session.ts'

it.each(['{', 'null', '7'])('reports a damaged state of the action instead of a bug: %s', (text) => {
  expect(() => ownSession({ STATE_measurement: text })).toThrow('the state of the action is damaged')
})
