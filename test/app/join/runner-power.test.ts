import { describe, expect, it } from 'vitest'
import { runnerPower } from '../../../src/app/join/runner-power.ts'
import type { RunnerClass } from '../../../src/app/settings/runner-class.ts'

const power = (labels: string[], configured: Record<string, RunnerClass> = {}, isPrivate: boolean | null = false) =>
  runnerPower(configured, isPrivate)(labels)
const watts = (...labels: string[]): number => power(labels)?.watts.value ?? Number.NaN

describe('hosted runners', () => {
  it('of four threads draw a few watts, as measured on such servers', () => {
    expect(watts('ubuntu-latest')).toBeGreaterThan(3)
    expect(watts('ubuntu-latest')).toBeLessThan(6)
    expect(power(['ubuntu-24.04'])).toMatchObject({
      hosted: true,
      machine: { vcpus: 4, provider: 'azure' },
      gpuWatts: 0,
    })
  })
  it('of a private repository are half as large', () => {
    const half = power(['ubuntu-latest'], {}, true)?.watts.value ?? 0
    expect(half).toBeCloseTo(watts('ubuntu-latest') / 2, 6)
  })
  it('have a range', () => {
    const { value, low, high } = power(['ubuntu-latest'])?.watts ?? { value: 0, low: 0, high: 0 }
    expect(high / value).toBeGreaterThan(1.5)
    expect(value / low).toBeGreaterThan(1.3)
  })
  it('grow with their threads', () => expect(watts('linux-16-cores') / watts('linux-8-cores')).toBeCloseTo(2, 6))
  it('with a GPU include its power', () => {
    expect(power(['gpu-t4'])).toMatchObject({ gpuWatts: 35, machine: { gpus: [{ name: 'Tesla T4' }] } })
  })
  it('of Apple are not in Azure', () => expect(power(['macos-15'])?.machine.provider).toBeNull())
})

describe('self-hosted runners', () => {
  it('draw between the readings of their owner, with or without a CPU name', () => {
    for (const cpu of [undefined, 'Intel Xeon E5-2690 v3', 'AMD Ryzen 9 7950X']) {
      const readings = { 'idle-watts': 60, 'full-watts': 210 }
      const own = power(['box'], { box: cpu === undefined ? readings : { cpu, ...readings } })!.watts
      expect(own.value).toBeGreaterThan(60)
      expect(own.value).toBeLessThan(210)
      expect(own.low).toBeGreaterThanOrEqual(60 / 1.05)
      expect(own.high).toBeLessThanOrEqual(210 * 1.05)
    }
  })
  it('are unknown without configuration', () => {
    expect(power(['self-hosted'])).toBeNull()
    expect(power(['self-hosted', 'ubuntu-latest'])).toBeNull()
    expect(power(['my-runner'])).toBeNull()
    expect(power([])).toBeNull()
  })
  it('follow the config file, whatever their other labels are', () => {
    expect(power(['self-hosted', 'Lab'], { lab: { watts: 300 } })?.watts).toEqual({ value: 300, low: 240, high: 360 })
    expect(power(['ubuntu-latest'], { 'ubuntu-latest': { watts: 9 } })?.watts.value).toBe(9)
  })
  it('follow the power model if they are described', () => {
    const lab = power(['lab'], { lab: { cpu: 'AMD EPYC 7763 64-Core Processor', vcpus: 16, 'memory-gb': 64 } })
    expect(lab?.watts.value).toBeGreaterThan(8)
    expect(lab?.machine).toMatchObject({ vcpus: 16, memory_gb: 64 })
  })
  it('with a GPU need its watts', () => {
    expect(power(['lab'], { lab: { vcpus: 16, gpu: 'NVIDIA A100' } })).toBeNull()
    expect(power(['lab'], { lab: { gpu: 'NVIDIA A100', gpus: 2, watts: 900 } })?.machine.gpus).toHaveLength(2)
  })
  it('without a description are unknown', () => expect(power(['lab'], { lab: { 'memory-gb': 8 } })).toBeNull())
})
