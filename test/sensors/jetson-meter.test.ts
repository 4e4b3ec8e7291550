import { afterEach, expect, it } from 'vitest'
import { JetsonMeter } from '../../src/sensors/jetson-meter.ts'
import { type Files, KernelTree } from '../fakes/kernel-tree.ts'

const trees: KernelTree[] = []
afterEach(() => {
  for (const tree of trees.splice(0)) tree.remove()
})

function wattsOf(...files: Files[]): number | null {
  const tree = new KernelTree(Object.assign({}, ...files) as Files)
  trees.push(tree)
  return new JetsonMeter(tree.root).read()
}

/** A rail of a monitor: its voltage in mV and current in mA. */
const rail = (
  id: number,
  channel: number,
  label: string,
  millivolts: number,
  milliamperes: number | string,
): Files => ({
  [`sys/class/hwmon/hwmon${id}/name`]: 'ina3221\n',
  [`sys/class/hwmon/hwmon${id}/in${channel}_label`]: `${label}\n`,
  [`sys/class/hwmon/hwmon${id}/in${channel}_input`]: `${millivolts}\n`,
  [`sys/class/hwmon/hwmon${id}/curr${channel}_input`]: `${milliamperes}\n`,
})

it('reads the input of an Orin Nano, and not the rails behind it', () => {
  expect(
    wattsOf(
      rail(1, 1, 'VDD_IN', 5072, 1000),
      rail(1, 2, 'VDD_CPU_GPU_CV', 5072, 300),
      rail(1, 3, 'VDD_SOC', 5072, 200),
    ),
  ).toBeCloseTo(5.072)
})

it('adds up the rails of an AGX Orin, which has no meter of its input', () => {
  const rails = [
    rail(2, 1, 'VDD_GPU_SOC', 20_000, 600),
    rail(2, 2, 'VDD_CPU_CV', 20_000, 400),
    rail(2, 3, 'VIN_SYS_5V0', 5000, 1000),
    rail(3, 2, 'VDDQ_VDD2_1V8AO', 5000, 100),
  ]
  expect(wattsOf(...rails)).toBeCloseTo(25)
  expect(wattsOf(...rails, rail(2, 2, 'VDD_CPU_CV', 20_000, 'error'))).toBeNull()
  expect(wattsOf(...rails.slice(0, 2))).toBeNull()
})

it('is missing on other machines', () => {
  expect(wattsOf({ 'sys/class/hwmon/hwmon0/name': 'coretemp\n' })).toBeNull()
})
