import { describe, expect, it } from 'vitest'
import { identifyCpu } from '../../src/data/cpus.ts'
import { makeRange } from '../../src/core/range.ts'
import { hardwareOf } from '../../src/power/hardware.ts'
import { powerOf } from '../../src/power/running-machine.ts'

const codesOf = (machine: Parameters<typeof powerOf>[0]): string[] => powerOf(machine).notes.map(({ code }) => code)

describe('a hidden name with CPUID', () => {
  it.each([
    ['AMD EPYC', 'amd', 23, 1, 2, 'epyc 7601'],
    ['AMD EPYC Processor', 'amd', 23, 49, 0, 'epyc 7742'],
    ['AMD EPYC', 'amd', 25, 1, 1, 'epyc 7763'],
    ['AMD EPYC-v2 Processor', 'amd', 25, 17, 1, 'epyc 9654'],
    ['AMD EPYC', 'amd', 26, 2, 1, 'epyc 9655'],
    ['Intel(R) Xeon(R) CPU @ 2.20GHz', 'intel', 6, 79, 0, 'xeon e5-2699 v4'],
    ['Intel(R) Xeon(R) CPU @ 2.00GHz', 'intel', 6, 85, 3, 'xeon platinum 8176'],
    ['Intel(R) Xeon(R) CPU @ 2.80GHz', 'intel', 6, 85, 7, 'xeon platinum 8280'],
    ['Intel(R) Xeon(R) Processor @ 2.70GHz', 'intel', 6, 143, 8, 'xeon platinum 8480+'],
    ['Intel(R) Xeon(R) Processor', 'intel', 6, 221, 1, 'xeon 6990e+'],
    ['Intel(R) Xeon(R) Processor', 'intel', 6, 174, 1, 'xeon 6787p'],
  ] as const)(
    '%s of %s family %d model %d stepping %d is counted as %s',
    (name, vendor, family, model, stepping, key) => {
      const match = identifyCpu(name, { vendor, family, model, stepping })
      expect(match).toMatchObject({ key, how: 'guess', isSubstitute: true })
      expect(match.explanation).toContain(`family ${family} model ${model}`)
    },
  )

  it('a name with the chip or its generation wins over CPUID', () => {
    const haswell = { vendor: 'intel', family: 6, model: 63, stepping: 2 } as const
    expect(identifyCpu('Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz', haswell).generation?.id).toBe('icelake')
    expect(identifyCpu('Intel Xeon Processor (Cascadelake)', haswell).generation?.id).toBe('cascadelake')
  })

  it('reads the identifier that Windows prints in place of a name', () => {
    expect(identifyCpu('Intel64 Family 6 Model 143 Stepping 8, GenuineIntel').key).toBe('xeon platinum 8480+')
    expect(identifyCpu('AMD64 Family 25 Model 1 Stepping 1, AuthenticAMD').key).toBe('epyc 7763')
  })
})

describe('the host of a virtual machine', () => {
  it.each([
    ['AMD Ryzen AI 9 HX 370 w/ Radeon 890M', 24],
    ['AMD Ryzen 7 5825U with Radeon Graphics', 16],
    ['Intel(R) Xeon(R) CPU E3-1245 v6 @ 3.70GHz', 8],
    ['Intel(R) Celeron(R) J4125 CPU @ 2.00GHz', 4],
    ['Intel(R) Xeon(R) D-2146NT CPU @ 2.30GHz', 16],
    ['13th Gen Intel(R) Core(TM) i9-13900K', 32],
    ['Intel(R) Xeon(R) E-2288G CPU @ 3.70GHz', 16],
  ])('%s is one chip of %d threads', (cpuName, ofThreads) => {
    expect(powerOf({ cpuName, vcpus: 4, isVirtual: true }).share).toEqual({ threads: 4, ofThreads })
    expect(codesOf({ cpuName, vcpus: 4, isVirtual: true })).not.toContain('host-size-unknown')
  })

  it.each(['A192-26X', 'M128-30', 'Q80-30'])('Ampere %s says its cores in its number', (number) => {
    expect(identifyCpu(number).cores ?? identifyCpu(`Ampere(R) Altra(R) ${number}`).cores).toBe(
      Number(/\d+/.exec(number)),
    )
  })

  it('a chip of unknown size has a note and a range that covers small and large hosts', () => {
    const unknown = powerOf({ cpuName: 'Intel(R) Xeon(R) Gold 6159', vcpus: 4, isVirtual: true })
    const known = powerOf({ cpuName: 'Intel(R) Xeon(R) Platinum 8592+', vcpus: 4, isVirtual: true })
    expect(unknown.notes.map(({ code }) => code)).toContain('host-size-unknown')
    const width = ({ curve }: typeof known): number => (curve.points[5]?.high ?? 0) / (curve.points[5]?.low ?? 1)
    expect(width(unknown)).toBeGreaterThan(1.2 * width(known))
  })

  it('the range of its hardware covers the same hosts as that of its power', () => {
    const machine = { threads: 4, memoryGb: 16, gpus: [] }
    const kg = (cpuName?: string) =>
      hardwareOf({ ...machine, power: powerOf({ cpuName, vcpus: 4, isVirtual: true }) }, makeRange(4))?.parts[0]?.kg
    // By hand, in kg of the share. 32 threads: (1000 + 112 x 533/384 + 50) x 4/32; 128: (1100 + 496 x 533/384 + 50) x 4/128;
    // 384: (1100 + 1520 x 533/384 + 50) x 4/384.
    const [small, usual, large] = [150.682, 57.452, 33.956]
    const { value = 0, low = 0, high = 0 } = kg() ?? {}
    expect((value * 4) / 128).toBeCloseTo(usual, 2)
    expect(Math.log(high / value)).toBeCloseTo(Math.hypot(Math.log(2.45), Math.log(small / usual)), 3)
    expect(Math.log(value / low)).toBeCloseTo(Math.hypot(Math.log(1 / 0.48), Math.log(usual / large)), 3)
    // The share of one chip of 128 threads is larger than that of two.
    const known = kg('AMD EPYC 7763')
    expect((known?.high ?? 0) / (known?.value ?? 1)).toBeGreaterThan(2.45)
  })

  it.each([
    ['AMD EPYC 9R14', 192],
    ['AMD EPYC 9V33X 96-Core Processor', 192],
    ['AMD EPYC 7V73X 64-Core Processor', 128],
    ['AMD EPYC 9R45', 192],
  ])('%s has SMT off: %d threads in two chips', (cpuName, ofThreads) => {
    expect(powerOf({ cpuName, vcpus: 4, isVirtual: true }).share?.ofThreads).toBe(ofThreads)
  })

  it('a cloud that shows one thread per core has SMT off; a plain hypervisor shows nothing of its host', () => {
    const machine = { cpuName: 'AMD EPYC 7B13', vcpus: 8, isVirtual: true, threadsPerCore: 1 }
    expect(powerOf({ ...machine, isTopologyReal: true }).share?.ofThreads).toBe(128)
    expect(powerOf({ ...machine, isTopologyReal: false }).share?.ofThreads).toBe(256)
  })
})
