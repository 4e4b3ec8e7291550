import { expect, it } from 'vitest'
import { mirroredDies } from '../../../src/core/measurement/mirrored-dies.ts'

const die = (socket: string | undefined, ...readingsJ: number[]) => ({ socket, readingsJ })

it('finds the dies that repeat the counter of their package', () => {
  const dies = [die('0', 7, 907), die('0', 8, 912), die('1', 7, 907), die('1', 400, 1300), die(undefined, 7, 907)]
  expect([...mirroredDies(dies)]).toEqual([1])
})

it('keeps dies that only start at the same value, and those without a reading', () => {
  expect(mirroredDies([die('0', 0, 900), die('0', 0, 700)]).size).toBe(0)
  expect(mirroredDies([die('0', Number.NaN, Number.NaN), die('0', Number.NaN, Number.NaN)]).size).toBe(0)
})
