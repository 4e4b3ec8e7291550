import { describe, expect, it } from 'vitest'
import { identifyCpu } from '../../src/data/cpus.ts'
import { machineCurve } from '../../src/power/machine-curve.ts'
import { powerOf } from '../../src/power/running-machine.ts'

/** Idle and full watts of the whole machine by its CPU's name alone. */
const wattsOf = (name: string): { idle: number; full: number } => {
  const { points } = machineCurve({ cpuName: name })
  return { idle: points[0]!.watts, full: points.at(-1)!.watts }
}

describe('a name from the wild is of its generation', () => {
  it.each([
    ['AMD FX(tm)-8350 Eight-Core Processor', 'piledriver', 'am3'],
    ['Intel(R) Xeon(R) CPU E7- 4870  @ 2.40GHz', 'westmere', 'lga1567'],
    ['Intel(R) Xeon(R) CPU E31230 @ 3.20GHz', 'sandybridge', 'lga1155'],
    ['AMD EPYC 7V12 64-Core Processor', 'zen2', 'sp3'],
    ['AMD EPYC 7763v 64-Core Processor', 'zen3', 'sp3'],
    ['AMD EPYC Embedded 8534P', 'zen4c', 'sp6'],
    ['AMD Opteron 63xx class CPU', 'piledriver', 'g34'],
    ['AMD EPYC Processor (with IBPB)', 'zen2', 'sp3'],
    ['AMD EPYC', 'zen2', 'sp3'],
    ['Intel(R) Xeon(R)', 'cascadelake', 'lga3647'],
    ['Intel Xeon Processor (Cooperlake)', 'cooperlake', 'lga4189'],
    ['Intel Xeon Processor (GraniteRapids)', 'graniterapids', 'lga4710'],
    ['Intel Core Processor (Skylake, IBRS)', 'skylake', 'lga3647'],
    ['Westmere E56xx/L56xx/X56xx (Nehalem-C)', 'westmere', 'lga1366'],
    ['Intel(R) Core(TM) i7-5820K CPU @ 3.30GHz', 'haswell', 'lga2011-3'],
    ['Intel(R) Core(TM) i9-7980XE CPU @ 2.60GHz', 'skylake', 'lga2066'],
    ['Intel(R) Core(TM) i7 CPU         920  @ 2.67GHz', 'nehalem', 'lga1366'],
    ['Intel(R) Core(TM) i5 CPU       M 520  @ 2.40GHz', 'westmere', 'bga'],
    ['13th Gen Intel(R) Core(TM) i5-1335U', 'raptorlake', 'bga'],
    ['Intel(R) Core(TM) Ultra 9 285HX', 'arrowlake', 'bga'],
    ['Intel(R) Core(TM) Ultra 7 258V', 'lunarlake', 'bga'],
    ['Intel(R) N100', 'gracemont', 'bga'],
    ['Intel(R) Core(TM) 3 N350', 'gracemont', 'bga'],
    ['AMD EPYC 75F3 32-Core Processor', 'zen3', 'sp3'],
    ['AMD Athlon Silver 3050U with Radeon Graphics', 'zen', 'fp5'],
    ['AMD Athlon 3000G with Radeon Vega Graphics', 'zen', 'am4'],
    ['AMD Athlon(tm) II X2 250 Processor', 'k10', 'am3'],
    ['AMD Ryzen 7 250 w/ Radeon 780M Graphics', 'zen4', 'fp8'],
    ['Intel(R) Pentium(R) CPU G4560 @ 3.50GHz', 'kabylake', 'lga1151'],
    ['Intel(R) Celeron(R) CPU G1610T @ 2.30GHz', 'ivybridge', 'lga1155'],
    ['Intel(R) Core(TM) i7-1068NG7 CPU @ 2.30GHz', 'icelake', 'bga'],
    ['Microsoft Azure Cobalt 100', 'neoverse-n2', 'cloud-arm'],
    ['NVIDIA Grace CPU Superchip', 'neoverse-v2', 'cloud-arm'],
    ['Ampere-1a', 'ampereone', 'ampereone'],
    ['HUAWEI Kunpeng 920 5250', 'taishan-v110', 'kunpeng'],
    ['Hygon C86 7285 32-core Processor', 'zen', 'sp3'],
    ['Apple processor', 'apple-m1', 'apple'],
  ])('%s', (name, id, platform) => {
    expect(identifyCpu(name).generation).toMatchObject({ id, platform })
  })

  it.each(['AMD EPYC 7763 64-Core Pro', 'AMD EPYC 7763 64-Cor', 'AMD EPYC 7763 64-'])(
    '%s, cut off, is still that chip',
    (name) => {
      expect(identifyCpu(name)).toMatchObject({ how: 'exact', key: 'epyc 7763' })
    },
  )

  it.each(['QEMU Virtual CPU version 2.5+', 'Common KVM processor', 'virt-7.2', 'POWER9, altivec supported', 'n/a'])(
    '%s says nothing',
    (name) => {
      expect(identifyCpu(name)).toMatchObject({ how: 'none', key: undefined, generation: undefined })
    },
  )
})

describe('cores of a chip in its name', () => {
  it.each([
    ['AMD EPYC 7K62 48-Core Processor', 48],
    ['Six-Core AMD Opteron(tm) Processor 2435', 6],
    ['AMD Ryzen Threadripper PRO 9995WX 96-Cores', 96],
    ['AMD FX-8800P Radeon R7, 12 Compute Cores 4C+8G', 4],
  ])('%s: %s', (name, cores) => {
    expect(identifyCpu(name).cores).toBe(cores)
  })

  it('count where the table has none: a slice of such a host is of its threads', () => {
    expect(
      powerOf({ cpuName: 'AMD EPYC 7K62 48-Core Processor', vcpus: 4, sockets: 1, isVirtual: true }).share,
    ).toEqual({
      threads: 4,
      ofThreads: 96,
    })
  })
})

describe('a chip that is sold for one socket', () => {
  it.each(['AMD EPYC 7713P 64-Core Processor', 'Intel(R) Xeon(R) w9-3495X', 'Intel(R) Xeon(R) Bronze 3408U'])(
    '%s is never two',
    (name) => {
      const { points } = machineCurve({ cpuName: name })
      expect(machineCurve({ cpuName: name, sockets: 1 }).points[10]!.watts).toBeCloseTo(points[10]!.watts, 6)
    },
  )
})

describe('client chips that no table has', () => {
  it.each([
    ['12th Gen Intel(R) Core(TM) i5-12500', 8, 40, 45, 165],
    ['AMD Ryzen 7 8700G w/ Radeon 780M Graphics', 10, 50, 40, 150],
    ['Intel(R) Core(TM) i3-1315U', 3, 15, 10, 60],
    ['Intel(R) Processor N97', 2, 10, 8, 40],
    ['Cortex-A72', 2, 8, 6, 25],
    ['Raspberry Pi 4 Model B', 2, 8, 6, 25],
    ['Snapdragon X Elite - X1E78100', 4, 15, 25, 70],
    ['Apple M3', 3, 10, 15, 35],
    ['Apple M3 Ultra', 6, 20, 100, 320],
  ])('%s draws as its kind does', (name, leastIdle, mostIdle, leastFull, mostFull) => {
    const { idle, full } = wattsOf(name)
    expect(idle).toBeGreaterThan(leastIdle)
    expect(idle).toBeLessThan(mostIdle)
    expect(full).toBeGreaterThan(leastFull)
    expect(full).toBeLessThan(mostFull)
  })
})
