import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockMhzOf, cpuKey } from '../../src/data/cpu-name.ts'
import { identifyCpu, suggestCpu } from '../../src/data/cpus.ts'
import { cpuMsOf } from '../wait-until.ts'

describe('identifyCpu', () => {
  it.each([
    // /proc/cpuinfo, lscpu, os.cpus()
    ['AMD EPYC 7763 64-Core Processor', 'epyc 7763', 280, 64],
    ['AMD EPYC 7763 64-Core Processor                ', 'epyc 7763', 280, 64],
    ['Intel(R) Xeon(R) CPU E5-2680 v4 @ 2.40GHz', 'xeon e5-2680 v4', 120, 14],
    ['Intel(R) Xeon(R) CPU E5-2680 0 @ 2.70GHz', 'xeon e5-2680', 130, 8],
    ['Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz', 'xeon gold 6248r', 205, 24],
    ['11th Gen Intel(R) Core(TM) i7-1185G7 @ 3.00GHz', 'core i7-1185g7', 28, 4],
    ['13th Gen Intel(R) Core(TM) i9-13900K', 'core i9-13900k', 125, 24],
    ['AMD EPYC 9354P 32-Core Processor', 'epyc 9354p', 280, 32],
    ['AMD Ryzen 7 5800X 8-Core Processor', 'ryzen 7 5800x', 105, 8],
    ['AMD Ryzen 7 PRO 5850U with Radeon Graphics', 'ryzen 7 pro 5850u', 15, 8],
    ['AMD Ryzen 7 7840U w/ Radeon  780M Graphics', 'ryzen 7 7840u', 28, 8],
    ['AMD Ryzen Threadripper 3990X 64-Core Processor', 'ryzen threadripper 3990x', 280, 64],
    ['AMD Opteron(tm) Processor 6276', 'opteron 6276', 115, 16],
    // sysctl
    ['Apple M1', 'm1', 10, 8],
    ['Apple M1 (Virtual)', 'm1', 10, 8],
    ['Intel(R) Core(TM) i7-8700B CPU @ 3.20GHz', 'core i7-8700b', 65, 6],
    // Windows, data sheets, published results
    ['INTEL(R) XEON(R) PLATINUM 8480+', 'xeon platinum 8480+', 350, 56],
    ['Intel Xeon 8480+', 'xeon platinum 8480+', 350, 56],
    ['Intel Xeon-Gold 6430', 'xeon gold 6430', 270, 32],
    ['Intel Xeon E E-2488', 'xeon e-2488', 95, 8],
    ['Intel Xeon E3-1265LV2', 'xeon e3-1265l v2', 45, 4],
    ['Intel(R) Xeon(R) Gold 6780E,', 'xeon 6780e', 330, 144],
    ['AMD EPYC™ 9654 2.40 GHz, 384 MB', 'epyc 9654', 360, 96],
    [
      'Intel® Xeon® Platinum 8280 @ 2.70GHz (Intel® Turbo Boost Technology up to 4.00 GHz)',
      'xeon platinum 8280',
      205,
      28,
    ],
    ['Ampere® Altra® 64-Bit Multi-Core Processor Q64-30', 'altra q64-30', 180, 64],
    ['Xeon X5670 (2.93 GHz, 12MB L3, 6.40 GT/s)', 'xeon x5670', 95, 6],
  ])('knows %s', (name, key, tdpWatts, cores) => {
    const match = identifyCpu(name)
    expect(match).toMatchObject({ key, how: 'exact', tdpWatts, cores })
    expect(match.explanation).not.toBe('')
  })

  it.each([
    ['Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz', 'icelake', 32],
    ['Intel(R) Xeon(R) Platinum 8272CL CPU @ 2.60GHz', 'cascadelake', 26],
    ['INTEL(R) XEON(R) PLATINUM 8573C', 'emeraldrapids', 56],
    ['Intel(R) Xeon(R) Platinum 8473C', 'sapphirerapids', 52],
    ['Intel(R) Xeon(R) Platinum 8474C', 'sapphirerapids', 48],
    ['Intel(R) Xeon(R) Platinum 8476C', 'sapphirerapids', 48],
    ['Intel(R) Xeon(R) Platinum 8488C', 'sapphirerapids', 48],
    ['AMD EPYC 9V74 80-Core Processor', 'zen4', 80],
    ['AMD EPYC 7B12', 'zen2', 64],
    ['AMD EPYC 7R13 Processor', 'zen3', 48],
    ['Neoverse-N2', 'neoverse-n2', 128],
    ['Cobalt 100', 'neoverse-n2', 128],
    ['Neoverse-V2', 'neoverse-v2', 96],
    ['AWS Graviton2', 'neoverse-n1', 64],
  ])('gives a substitute with a reason for %s', (name, generation, cores) => {
    const match = identifyCpu(name)
    expect(match).toMatchObject({ how: 'alias', isSubstitute: true, cores })
    expect(match.generation?.id).toBe(generation)
    expect(match.explanation).toMatch(/counted as .+: .+/)
  })

  it.each([
    ['AMD Ryzen 9 PRO 7950X 16-Core Processor', 'alias', 'zen4'],
    ['Intel(R) Xeon(R) Gold 6599Z', 'guess', 'emeraldrapids'],
    ['Intel(R) Xeon(R) CPU @ 2.20GHz', 'guess', 'cascadelake'],
    ['Intel Xeon Processor (Skylake, IBRS)', 'guess', 'skylake'],
    ['AMD EPYC-Milan Processor', 'guess', 'zen3'],
    ['Quad-Core AMD Opteron(r) Processor 8376 HE', 'guess', 'k10'],
  ] as const)('says that %s is a matter of %s', (name, how, generation) => {
    const match = identifyCpu(name)
    expect(match.generation?.id).toBe(generation)
    expect(match.how).toBe(how)
  })

  it.each([
    ['AMD Ryzen 7 5700U with Radeon Graphics', 'zen2'],
    ['AMD Ryzen 7 5800U with Radeon Graphics', 'zen3'],
    ['AMD Ryzen 3 7320U', 'zen2'],
    ['AMD Ryzen 5 PRO 7530U', 'zen3'],
    ['AMD Ryzen 7 7735HS', 'zen3'],
    ['AMD Ryzen 7 7840U', 'zen4'],
    ['AMD Ryzen 9 7945HX', 'zen4'],
    ['Intel(R) Xeon(R) CPU E5-2650 0 @ 2.00GHz', 'sandybridge'],
    ['Intel Xeon E5-2450L', 'sandybridge'],
    ['Intel Xeon E3-1265L', 'sandybridge'],
  ])('tells the generation of %s by more than its first digit', (name, generation) => {
    expect(identifyCpu(name).generation?.id).toBe(generation)
  })

  it.each(['Intel Xeon E5-2650 v5', 'Intel Xeon E5-2430L v3', 'Xeon E7-8890 v6', 'Xeon E3-1230 v9'])(
    'never takes %s for the first version',
    (name) => expect(identifyCpu(name).generation?.id ?? 'none').not.toMatch(/sandybridge|westmere/),
  )

  it.each([
    ['Intel Xeon 7763', 'epyc 7763'],
    ['Xeon Gold 7763', 'epyc 7763'],
    ['AMD EPYC 8380', 'xeon platinum 8380'],
    ['AMD Ryzen 7763', 'epyc 7763'],
    ['Intel Xeon E5-2680', 'xeon e5-2680 v4'],
    ['Intel Xeon E5-2680 v4', 'xeon e5-2680'],
    ['Intel Xeon E3-2680 v4', 'xeon e5-2680 v4'],
    ['i7-1185', 'core i7-1185g7'],
    ['Intel Core i5-1185G7', 'core i7-1185g7'],
    ['AMD EPYC 776', 'epyc 7763'],
    ['AMD EPYC 77630', 'epyc 7763'],
    ['Intel Xeon Gold 5120', 'xeon 5120'],
    ['Intel Xeon 5160', 'xeon gold 5160'],
    ['Apple M1 Max', 'm1'],
    ['Altra M128-30', 'm1'],
    ['Intel Core i9-9900K', 'core i9-9900'],
    ['Neoverse-N1', 'neoverse-n2'],
    ['Intel Core m3-7Y30', 'm3'],
  ])('never takes %s for %s', (name, other) => {
    const match = identifyCpu(name)
    expect(match.key).not.toBe(other)
  })

  it.each([
    '',
    '   ',
    'Virtual CPU',
    'QEMU Virtual CPU version 2.5+',
    'Frobnicator 9000',
    'ARMv8 Processor rev 1 (v8l)',
  ])('says that %j matches nothing', (name) => {
    const match = identifyCpu(name)
    expect(match).toMatchObject({ how: 'none', key: undefined, tdpWatts: undefined })
    expect(match.explanation).not.toBe('')
  })

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (name) => {
        expect(['exact', 'alias', 'guess', 'none']).toContain(identifyCpu(name).how)
      }),
    )
  })
})

describe('cpuKey', () => {
  it('does not change a key', () => {
    for (const name of [
      'AMD EPYC 7763 64-Core Processor',
      'Intel(R) Xeon(R) CPU E5-2680 v4 @ 2.40GHz',
      'Xeon Gold 6780E',
    ]) {
      expect(cpuKey(cpuKey(name))).toBe(cpuKey(name))
    }
  })

  it('stays quick on hostile names', async () => {
    const cpuMs = await cpuMsOf(() => {
      for (const part of ['(', ' 1 ', 'xeon e']) cpuKey(part.repeat(20_000))
    })
    expect(cpuMs).toBeLessThan(1000)
  })
})

describe('clockMhzOf', () => {
  it.each([
    ['Intel(R) Xeon(R) CPU E5-2680 v4 @ 2.40GHz', 2400],
    ['AMD EPYC 7763 2.45GHz', 2450],
    ['Intel Xeon Gold 6314U (Intel Turbo Boost Technology up to 3.4GHz)', undefined],
    ['AMD EPYC 7763', undefined],
  ])('reads the clock of %s', (name, mhz) => expect(clockMhzOf(name)).toBe(mhz))
})

describe('suggestCpu', () => {
  it.each([
    ['AMD Epic 7763', 'AMD EPYC 7763'],
    ['Xeon Glod 6248R', 'Intel Xeon Gold 6248R'],
    // Another number is another chip.
    ['AMD EPYC 7736', undefined],
    ['QEMU Virtual CPU version 2.5+', undefined],
  ])('takes %s for %s', (name, suggestion) => {
    expect(suggestCpu(name)).toBe(suggestion)
  })

  it('writes names as their makers do', () => {
    const names = ['apple m3 pro', 'cortex-a76', 'epyc 9v45', 'neoverse-n1'].map((name) => identifyCpu(name).name)
    expect(names).toEqual(['Apple M3 Pro', 'Cortex-A76', 'AMD EPYC 9V45', 'Neoverse N1 (Graviton2, Ampere Altra)'])
  })
})

describe('a name that says nothing of the chip', () => {
  it.each([
    ['DO-Regular', { vendor: 'intel', family: 6, model: 106, stepping: 6 }, 'xeon platinum 8380'],
    ['Genuine Intel(R) 0000%@', { vendor: 'intel', family: 6, model: 143, stepping: 8 }, 'xeon platinum 8480+'],
    ['', { vendor: 'amd', family: 25, model: 1, stepping: 1 }, 'epyc 7763'],
  ] as const)('%j has the generation of its CPUID', (name, silicon, key) => {
    expect(identifyCpu(name, silicon)).toMatchObject({ key, how: 'guess', isSubstitute: true })
    expect(identifyCpu(name).how).toBe('none')
  })
})
