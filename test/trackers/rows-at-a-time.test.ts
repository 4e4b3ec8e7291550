import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nvidiaSmi } from '../../src/trackers/nvidia-smi.ts'
import { SampleSteps, rowsAtATime } from '../../src/trackers/rows-at-a-time.ts'
import { readText } from './log-text.ts'

test('Rows of several devices come at once, those of one device one by one, with any jitter and gaps.', () => {
  const rows = fc.record({
    devices: fc.integer({ min: 1, max: 16 }),
    intervalS: fc.double({ min: 0.1, max: 60, noNaN: true }),
    jitter: fc.array(fc.double({ min: -0.2, max: 0.2, noNaN: true }), { minLength: 20, maxLength: 20 }),
    gap: fc.constantFrom(1, 1000),
  })
  fc.assert(
    fc.property(rows, ({ devices, intervalS, jitter, gap }) => {
      const steps = jitter.flatMap((share, round) => [
        ...Array.from({ length: devices - 1 }, (_, device) => 0.002 * (1 + ((device * 7 + round) % 3) / 4)),
        intervalS * (1 + share) * (round === 10 ? gap : 1),
      ])
      expect(rowsAtATime(steps)).toBe(devices)
    }),
  )
})

test('A log of two GPUs without their index is refused, because half of its energy would be missing.', async () => {
  const rows = Array.from({ length: 20 }, (_, at) => `2026/03/02 08:15:${`${at}`.padStart(2, '0')}`)
  const text = `timestamp, power.draw [W]\n${rows.map((row) => `${row}.100, 90.00 W\n${row}.103, 90.00 W\n`).join('')}`
  const { refusals } = await readText(nvidiaSmi, text)
  expect(refusals.map(({ reason }) => reason)).toEqual([expect.stringContaining('2 at a time')])
})

const taskS = fc.double({ min: 5, max: 600, noNaN: true })

test('Samples before and after each task are of one machine, and samples in turn at one interval of two.', () => {
  const stepsOf = (steps: readonly number[]): SampleSteps => {
    const found = new SampleSteps()
    for (const step of steps) found.add(step)
    return found
  }
  const tasks = [7, 40, 11, 95, 23, 60, 31, 180, 14]
  expect(() => stepsOf(tasks.flatMap((task) => [task, 0.5])).assertOfOne()).not.toThrow()
  fc.assert(
    fc.property(fc.double({ min: 0.05, max: 0.3, noNaN: true }), taskS, (offset, intervalS) => {
      const steps = Array.from({ length: 40 }, (_, at) => intervalS * (at % 2 === 0 ? offset : 1 - offset))
      expect(() => stepsOf(steps).assertOfOne()).toThrow('2 at a time')
    }),
  )
})
