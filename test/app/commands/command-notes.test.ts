import { expect, it } from 'vitest'
import { commandNotes } from '../../../src/app/commands/command-notes.ts'
import type { Measurement } from '../../../src/app/measure/measurement.ts'
import { note } from '../../../src/core/notes.ts'

/** Ten seconds of a machine with two processors that are half busy. */
function measurementWith(notes: Measurement['notes']): Measurement {
  const machine = { slice: { vcpus: 2 } }
  return { durationS: 10, scope: 'machine', machine, machineUtilization: 50, notes } as unknown as Measurement
}

const levelsOf = (cpuMs: number, notes: Measurement['notes']): string[] =>
  commandNotes(measurementWith(notes), { status: 0, signal: null, cpuMs, leftRunning: 0 }).map(({ level }) => level)

it('warns that most of the CPU time was other work, unless another warning says that the whole node is counted', () => {
  expect(levelsOf(1000, [])).toEqual(['warning'])
  expect(levelsOf(1000, [note('scope-no-limit', 'the whole node is counted')])).toEqual(['info'])
  expect(levelsOf(9000, [])).toEqual([])
})
