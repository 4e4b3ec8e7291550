import { describe, expect, it } from 'vitest'
import { makeRange } from '../../../src/core/range.ts'
import { identifyCpu } from '../../../src/data/cpus.ts'
import { hardwareOf } from '../../../src/power/hardware.ts'
import { reservedMachine } from '../../../src/app/plan/estimate.ts'
import { withInstance } from '../../../src/app/plan/instance.ts'
import { plannedEnergy } from '../../../src/app/plan/plan.ts'
import { DEFAULTS, type Settings } from '../../../src/app/settings/table.ts'

const READINGS = { 'idle-watts': 60, 'full-watts': 210 }

describe('a plan with wall readings', () => {
  it('uses the reading at full load as the power of a busy machine', () => {
    const { energy } = plannedEnergy({ ...DEFAULTS, hours: 2, cpu: 'EPYC 7763', utilization: 100, ...READINGS })
    expect(energy.it.value).toBeCloseTo(420, 6)
  })

  it('needs no CPU name', () => {
    const { energy } = plannedEnergy({ ...DEFAULTS, hours: 1, utilization: 0, ...READINGS })
    expect(energy.it.value).toBeCloseTo(60, 6)
  })

  it('shares the readings of the host with a virtual machine', () => {
    const plan = { ...DEFAULTS, hours: 1, cpu: 'EPYC 7763', vcpus: 32, utilization: 100, ...READINGS }
    expect(plannedEnergy(plan).energy.it.value).toBeCloseTo((210 * 32) / 128, 6)
  })

  it('warns that readings have no effect where watts are given', () => {
    const { energy, notes } = plannedEnergy({ ...DEFAULTS, hours: 1, watts: 100, ...READINGS })
    expect(energy.it.value).toBe(100)
    expect(notes.map(({ code }) => code)).toContain('reading-unused')
  })
})

describe('a module whose power contains its processors', () => {
  it.each(['Jetson AGX Orin', 'Orin Nano', 'AGX Xavier', 'NVIDIA GB10', 'MI300A'])('%s is counted once', (gpu) => {
    const alone = plannedEnergy({ ...DEFAULTS, hours: 10, gpu, 'gpu-utilization': 100 })
    expect(alone.notes).toEqual([])
    const host = { cpu: 'Cortex-A78AE', vcpus: 12, utilization: 80, 'memory-gb': 64 }
    const both = plannedEnergy({ ...DEFAULTS, hours: 10, gpu, 'gpu-utilization': 100, ...host })
    expect(both.energy).toEqual(alone.energy)
    expect(both.energy.it.value).toBeCloseTo(both.energy.gpuWh ?? Number.NaN, 9)
    expect(both.notes.map(({ code }) => code)).toEqual(['gpu-contains-cpu'])
    expect(both.notCounted).toEqual(['fans and power supply'])
  })

  it('is added to its host where the power of its GPU alone is given', () => {
    const plan = { ...DEFAULTS, hours: 1, cpu: 'EPYC 7763', gpu: 'MI300A', 'gpu-watts': 300 }
    expect(plannedEnergy(plan).energy.cpuWh).toBeGreaterThan(0)
  })
})

describe('the hosts of GPUs', () => {
  const planned = (plan: Partial<Settings>) => plannedEnergy(withInstance({ ...DEFAULTS, hours: 1, ...plan }))

  it.each<[string, Partial<Settings>, number]>([
    ['as an instance type has them', { instance: 'aws:p5.48xlarge', gpus: 512 }, 64],
    ['as an instance type of one GPU has them', { instance: 'aws:g5.xlarge', gpus: 4 }, 4],
    ['eight in a host by name', { cpu: 'EPYC 9654', gpu: 'H100', gpus: 20 }, 3],
    ['shares of boards by boards', { cpu: 'EPYC 9654', gpu: 'NVIDIA H100 80GB HBM3 MIG 1g.10gb', gpus: 14 }, 1],
    ['those attached to an instance', { instance: 'gcp:n1-standard-8', gpu: 'T4', gpus: 2 }, 1],
  ])('are counted %s', (_, plan, hosts) => {
    const { hostCount, energy, notes } = planned(plan)
    const one = planned({ ...plan, gpus: 1 })
    expect(hostCount).toBe(hosts)
    expect(energy.cpuWh).toBeCloseTo((one.energy.cpuWh ?? Number.NaN) * hosts, 6)
    expect(energy.memoryWh).toBeCloseTo((one.energy.memoryWh ?? Number.NaN) * hosts, 6)
    expect(notes.some(({ code }) => code === 'gpu-hosts')).toBe(hosts > 1)
  })

  it('share in the hardware', () => {
    const kgOf = (gpus: number): number => {
      const plan = withInstance({ ...DEFAULTS, hours: 1, instance: 'aws:p5.48xlarge', gpus })
      const hardware = hardwareOf(reservedMachine(plan, plannedEnergy(plan)), makeRange(6))
      return hardware?.parts.find(({ boundary }) => boundary === 'host')?.kg.value ?? 0
    }
    expect(kgOf(8)).toBeGreaterThan(1000)
    expect(kgOf(512)).toBeCloseTo(64 * kgOf(8), 6)
  })
})

describe('an instance type', () => {
  it.each([
    ['aws:g5.xlarge', 4, 16, 'A10G', 1],
    ['aws:p4d.24xlarge', 96, 1152, 'A100 SXM', 8],
    ['aws:p5.48xlarge', 192, 2048, 'H100 SXM', 8],
    ['aws:m6i.large', 2, 8, undefined, undefined],
    ['aws:r7g.4xlarge', 16, 128, undefined, undefined],
    ['aws:c7i.2xlarge', 8, 16, undefined, undefined],
    ['azure:Standard_D4s_v5', 4, 16, undefined, undefined],
    ['azure:Standard_D8ls_v5', 8, 16, undefined, undefined],
    ['azure:Standard_E8ds_v5', 8, 64, undefined, undefined],
    ['gcp:n2-standard-8', 8, 32, undefined, undefined],
    ['gcp:n2-highcpu-8', 8, 8, undefined, undefined],
    ['gcp:c3-highmem-8', 8, 64, undefined, undefined],
    ['azure:Standard_NC24ads_A100_v4', 24, 220, 'A100 PCIe 80GB', 1],
    ['azure:Standard_NC80adis_H100_v5', 80, 640, 'H100 NVL', 2],
    ['azure:standard_nd96isr_mi300x_v5', 96, 1850, 'MI300X', 8],
    ['azure:Standard_NV12ads_A10_v5', 12, 110, 'A10-8Q', 1],
    ['azure:Standard_NC64as_T4_v3', 64, 440, 'T4', 4],
    ['gcp:a2-megagpu-16g', 96, 1360, 'A100 SXM', 16],
    ['gcp:a3-highgpu-1g', 26, 234, 'H100 SXM', 1],
    ['gcp:g2-standard-24', 24, 96, 'L4', 2],
  ])('%s is its vCPUs, memory and GPUs', (instance, vcpus, memory, gpu, gpus) => {
    expect(withInstance({ ...DEFAULTS, instance })).toMatchObject({
      vcpus,
      'memory-gb': memory,
      ...(gpu && { gpu, gpus }),
    })
  })

  it.each([
    ['m5.large', 'did you mean aws:m5.large?'],
    ['Standard_D4s_v5', 'did you mean azure:Standard_D4s_v5?'],
  ])('without its provider is proposed with it: %s', (instance, proposal) => {
    expect(() => withInstance({ ...DEFAULTS, instance })).toThrow(proposal)
  })

  it.each([
    ['aws:g5.xlarge', 'epyc 7742'],
    ['aws:g4dn.12xlarge', 'xeon platinum 8260'],
    ['aws:p4d.24xlarge', 'xeon platinum 8260'],
    ['aws:p3.8xlarge', 'xeon e5-2686 v4'],
  ])('of AWS with GPUs has the known CPU of its family: %s', (instance, counted) => {
    const settings: Settings = withInstance({ ...DEFAULTS, instance })
    expect(identifyCpu(settings.cpu ?? '')).toMatchObject({ key: counted })
  })

  it.each([
    'm5.larg',
    'aws:p9.huge',
    'azure:Standard_NG32ads_V620_v1',
    'azure:Standard_ND128isr_NDR_GB200_v6',
    'gcp:a9-highgpu-8g',
    'gcp:ct5lp-hightpu-4t',
    'aws:',
  ])('whose hardware is not known is refused, and never the nearest one: %s', (instance) => {
    expect(() => withInstance({ ...DEFAULTS, instance })).toThrow('is unknown: write provider and type')
  })

  it.each([
    ['azure:Standard_NV6ads_A10_v5', 1 / 6],
    ['azure:Standard_NV18ads_A10_v5', 1 / 2],
    ['azure:Standard_NV72ads_A10_v5', 2],
  ])('%s draws its share of A10 boards', (instance, boards) => {
    const gpuWh = (plan: Partial<Settings>): number =>
      plannedEnergy(withInstance({ ...DEFAULTS, hours: 1, ...plan })).energy.gpuWh ?? 0
    expect(gpuWh({ instance })).toBeCloseTo(boards * gpuWh({ gpu: 'A10' }), 6)
  })

  it('takes GPUs that are attached to it from beside its name', () => {
    const plan = withInstance({ ...DEFAULTS, hours: 1, instance: 'gcp:n1-standard-8', gpu: '2 x nvidia-tesla-t4' })
    expect(plannedEnergy(plan)).toMatchObject({ gpuCount: 2, energy: { gpuWh: 140 } })
  })

  it('gives way to what is named beside it, and contradicts watts', () => {
    expect(withInstance({ ...DEFAULTS, instance: 'aws:g5.xlarge', gpus: 0 })).toMatchObject({ gpus: 0, vcpus: 4 })
    expect(() => withInstance({ ...DEFAULTS, instance: 'aws:g5.xlarge', watts: 300 })).toThrow('both given')
  })
})
