import { expect, test } from 'vitest'
import { nvidiaSmi } from '../../src/trackers/nvidia-smi.ts'
import { turbostat } from '../../src/trackers/turbostat.ts'
import { readText } from './log-text.ts'

const rows =
  'timestamp, index, power.draw [W]\n2026/03/02 08:15:00.000, 0, 100.00 W\n2026/03/02 08:15:36.000, 0, 100.00 W'

test('a last row without a line end counts when its last value is written to its end', async () => {
  const whole = await readText(nvidiaSmi, rows)
  expect(whole.records[0]?.itWh).toBeCloseTo(1, 9)
  for (const cut of [1, 2, 3, 4, 5, 8, 20]) {
    const text = `${rows}\n2026/03/02 08:16:12.000, 0, 100.00 W`.slice(0, -cut)
    const { records, refusals } = await readText(nvidiaSmi, text)
    expect(refusals).toEqual([])
    expect(records[0]?.itWh).toBeCloseTo(1, 9)
  }
  const table = 'Core\tCPU\tPkg_J\n-\t-\t36.00\n-\t-\t36.00'
  expect((await readText(turbostat, table)).records[0]?.itWh).toBeCloseTo(0.02, 9)
  expect((await readText(turbostat, table.slice(0, -1))).records[0]?.itWh).toBeCloseTo(0.01, 9)
})
