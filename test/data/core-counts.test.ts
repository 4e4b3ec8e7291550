import { describe, expect, it } from 'vitest'
import { CPU_TDP } from '../../src/data/cpu-tdp.ts'
import { identifyCpu } from '../../src/data/cpus.ts'

/** Names of every chip whose TDP is listed. */
const LISTED = CPU_TDP.trim()
  .split('\n')
  .flatMap((line) => {
    const [family = '', members = ''] = line.split('|')
    return members.split(';').map((member) => family + member.slice(0, member.lastIndexOf('=')))
  })

describe('cores of listed chips', () => {
  it.each([
    ['Intel(R) Xeon(R) 6978P', 120, 500],
    ['Intel(R) Xeon(R) 6776P-B', 72, 325],
    ['Intel(R) Xeon(R) 634', 12, 150],
    ['Intel(R) Xeon(R) 698X', 86, 350],
  ])('%s has %i cores and %i W', (name, cores, tdpWatts) =>
    expect(identifyCpu(name)).toMatchObject({ how: 'exact', cores, tdpWatts }),
  )

  it('are known for at least 98 of 100, and always a whole number from 1 to 288', () => {
    const cores = LISTED.map((name) => identifyCpu(name).cores)
    const known = cores.filter((count) => count !== undefined)
    expect(known.length / LISTED.length).toBeGreaterThan(0.98)
    expect(known.every((count) => Number.isInteger(count) && count >= 1 && count <= 288)).toBe(true)
  })

  it.each([
    ['Intel(R) Xeon(R) CPU E5-2650L v4 @ 1.70GHz', 14, 2],
    ['Intel(R) Xeon(R) Platinum 8269CY CPU @ 2.50GHz', 26, 2],
    ['Intel(R) Xeon(R) Platinum 8163 CPU @ 2.50GHz', 24, 2],
    ['INTEL(R) XEON(R) 6776P', 64, 2],
    ['Intel(R) Xeon(R) 6505P', 12, 2],
    ['Intel Atom(R) x7835RE', 8, 1],
    ['AMD Athlon(tm) II X3 425e Processor', 3, 1],
    ['Intel(R) Xeon(R) CPU X5650 @ 2.67GHz', 6, 2],
    ['Intel(R) Xeon(R) CPU E3-1245 v6 @ 3.70GHz', 4, 2],
    ['Intel(R) Xeon(R) W-1270 CPU @ 3.40GHz', 8, 2],
    ['AMD Opteron(tm) Processor 6376', 16, 1],
    ['AMD EPYC 7551P 32-Core Processor', 32, 2],
    ['AMD Ryzen Threadripper PRO 5945WX 12-Cores', 12, 2],
    ['AMD Ryzen 9 7845HX with Radeon Graphics', 12, 2],
    ['AMD Ryzen 3 3200G with Radeon Vega Graphics', 4, 1],
    ['AMD Ryzen 7 4700U with Radeon Graphics', 8, 1],
    ['12th Gen Intel(R) Core(TM) i5-12600', 6, 2],
    ['Intel(R) Core(TM)2 Quad CPU Q9400 @ 2.66GHz', 4, 1],
    ['Intel(R) Xeon(R) 6741P', 48, 2],
    ['Intel(R) Xeon(R) 6706P-B', 40, 2],
    ['Intel(R) Xeon(R) 6315P', 4, 1],
    ['Intel(R) Xeon(R) 6990E+', 288, 1],
    ['Intel(R) Xeon(R) Gold 6162 CPU @ 1.90GHz', 24, 2],
    ['Intel(R) Core(TM) i7 CPU 870 @ 2.93GHz', 4, 2],
    ['Intel(R) Core(TM) i5 CPU 750 @ 2.67GHz', 4, 1],
    ['Intel(R) Core(TM) i9-10980XE CPU @ 3.00GHz', 18, 2],
    ['Intel(R) Core(TM) i7-7820X CPU @ 3.60GHz', 8, 2],
    ['Intel(R) Core(TM) i7-10875H CPU @ 2.30GHz', 8, 2],
    ['AMD Phenom(tm) II X6 1055T Processor', 6, 1],
    ['Intel(R) Xeon Phi(TM) CPU 7295 @ 1.50GHz', 72, 4],
    ['Intel(R) Atom(TM) CPU C2750 @ 2.40GHz', 8, 1],
    ['Intel(R) Atom(TM) P5342 Processor', 16, 1],
    ['Intel(R) Xeon(R) CPU E5-2658 v2 @ 2.40GHz', 10, 2],
    ['Intel(R) Xeon(R) CPU E5-2679 v4 @ 2.50GHz', 20, 2],
    ['Intel(R) Xeon(R) W-3375 CPU @ 2.50GHz', 38, 2],
    ['Intel(R) Xeon(R) Platinum 8173M CPU @ 2.00GHz', 28, 2],
    ['11th Gen Intel(R) Core(TM) i7-11375H @ 3.30GHz', 4, 2],
    ['Intel(R) Celeron(R) N6210 @ 1.20GHz', 2, 1],
  ])('%s has %d cores of %d threads', (name, cores, threadsPerCore) => {
    expect(identifyCpu(name)).toMatchObject({ cores, threadsPerCore })
  })
})
