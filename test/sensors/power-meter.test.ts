import { afterEach, describe, expect, it } from 'vitest'
import { GraceMeter, PowerMeter } from '../../src/sensors/power-meter.ts'
import { type Files, KernelTree } from '../fakes/kernel-tree.ts'

const trees: KernelTree[] = []
afterEach(() => {
  for (const tree of trees.splice(0)) tree.remove()
})

function rootOf(...files: Files[]): string {
  const tree = new KernelTree(Object.assign({}, ...files) as Files)
  trees.push(tree)
  return tree.root
}

const meter = (folder: string, watts: number, label?: string): Files => ({
  [`sys/class/hwmon/${folder}/name`]: 'power_meter\n',
  [`sys/class/hwmon/${folder}/power1_average`]: `${watts}000000\n`,
  ...(label === undefined ? {} : { [`sys/class/hwmon/${folder}/power1_oem_info`]: `${label}\n` }),
})

describe('ACPI power meters', () => {
  it('add up, also where older kernels have them in the folder of the device', () => {
    expect(new PowerMeter(rootOf(meter('hwmon0', 200), meter('hwmon1/device', 100))).read()).toBe(300)
  })

  it('of the sockets of a Grace server count once, and not as meters of the machine', () => {
    const sockets = [0, 1].flatMap((socket) =>
      ['Module', 'Grace', 'CPU', 'SysIO'].map((part, index) =>
        meter(`hwmon${4 * socket + index}/device`, [600, 200, 140, 40][index] ?? 0, `${part} Power Socket ${socket}`),
      ),
    )
    const root = rootOf(...sockets)
    expect(new PowerMeter(root).isPresent).toBe(false)
    expect(new GraceMeter(root).read()).toBe(400)
  })

  it('are missing on other machines', () => {
    const root = rootOf({ 'sys/class/hwmon/hwmon0/name': 'coretemp\n' })
    expect([new PowerMeter(root).isPresent, new GraceMeter(root).isPresent]).toEqual([false, false])
  })
})
