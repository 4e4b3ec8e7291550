import { describe, expect, it } from 'vitest'
import { fit } from '../../scripts/power/fit.ts'
import { foldsBy } from '../../scripts/power/folds.ts'
import { fitProcess } from '../../scripts/power/gaussian-process.ts'
import { fitImputation } from '../../scripts/power/imputation.ts'
import { FULL_KERNEL } from '../../scripts/power/kernels.ts'
import { cholesky, choleskySolve } from '../../scripts/power/linear-algebra.ts'
import { readServers } from '../../scripts/power/servers.ts'
import { complete } from '../../src/core/power/complete.ts'
import { pointOf, predict } from '../../src/core/power/predict.ts'

const CPUS = ['AMD EPYC 7763', 'AMD EPYC 7713', 'Intel Xeon Gold 6430', 'Intel Xeon X5670', 'Intel Xeon E5-2699 v4']
const HEADER =
  'id,cpu_name,hw_year,chips,cores,threads,cpu_mhz,mem_gb,tdp_w,w0,w10,w20,w30,w40,w50,w60,w70,w80,w90,w100'

/** Servers of an invented law: idle 0.2 and full load 1.1 times the TDP of the chips, with a ripple of 3 %. */
const invented = (count: number): string => {
  const rows = Array.from({ length: count }, (_, i) => {
    const chips = 1 + (i % 2)
    const tdp = 95 + 15 * (i % 13)
    const watts = Array.from({ length: 11 }, (_, level) => {
      const share = 0.2 + 0.09 * level
      return (chips * tdp * share * (1 + 0.03 * Math.sin(7 * i + level))).toFixed(1)
    })
    const cores = chips * (8 + 4 * (i % 7))
    return [i, CPUS[i % 5], 2021, chips, cores, 2 * cores, 2000 + 100 * (i % 9), 128 * chips, tdp, ...watts].join(',')
  })
  return `${HEADER}\n${rows.join('\n')}\n`
}

describe('linear algebra', () => {
  it('solves a system of equations', () => {
    const matrix = [4, 2, 0.6, 2, 5, 1, 0.6, 1, 3]
    const x = choleskySolve(cholesky(Float64Array.from(matrix), 3), 3, Float64Array.from([1, 2, 3]))
    for (const row of [0, 1, 2]) {
      expect([0, 1, 2].reduce((sum, j) => sum + matrix[row * 3 + j]! * x[j]!, 0)).toBeCloseTo(row + 1, 12)
    }
  })

  it('refuses a matrix that is not positive definite', () => {
    expect(() => cholesky(Float64Array.from([1, 2, 2, 1]), 2)).toThrow('positive definite')
  })
})

describe('fitProcess', () => {
  it('follows the other points where one is far off', () => {
    const servers = readServers(invented(40))
    const points = servers.map(({ machine }) => pointOf(complete(fitImputation([machine]), machine).machine))
    const y = servers.map(({ watts }) => Math.log(watts[10]!))
    const [clean] = fitProcess(FULL_KERNEL, points, [y])
    const [robust] = fitProcess(FULL_KERNEL, points, [y.map((value, i) => (i === 7 ? value + 2 : value))])
    // The mean of the outputs moves by 2/40; a squared loss would also bend the prediction of the neighbours.
    const scale = Math.max(...clean!.alpha.map(Math.abs))
    for (const i of [3, 5, 11]) expect(Math.abs(robust!.alpha[i]! - clean!.alpha[i]!)).toBeLessThan(0.5 * scale)
  })
})

describe('fit', () => {
  const servers = readServers(invented(60))
  const model = fit(servers, 'an invented law')

  it('learns a law that it is shown', () => {
    const errors = servers.flatMap(({ machine, watts }) => {
      const { points } = predict(model, machine).curve
      return watts.map((measured, level) => Math.abs(points[level]!.watts / measured! - 1))
    })
    expect(errors.reduce((a, b) => a + b, 0) / errors.length).toBeLessThan(0.05)
  })

  it('is deterministic', () => {
    expect(JSON.stringify(fit(servers, 'an invented law'))).toBe(JSON.stringify(model))
  })

  it('counts every server once in its points', () => {
    expect(model.points.reduce((sum, point) => sum + point.servers, 0)).toBe(60)
  })
})

describe('foldsBy', () => {
  it('keeps what shares a key together, and deals evenly', () => {
    const servers = readServers(invented(60))
    const folds = foldsBy(servers, 5, (server) => server.machine.cpuKey ?? '')
    expect(folds.map((fold) => fold.length)).toEqual([12, 12, 12, 12, 12])
    expect(folds.map((fold) => new Set(fold.map((server) => server.machine.cpuKey)).size)).toEqual([1, 1, 1, 1, 1])
  })
})

describe('readServers', () => {
  it('names the server and the value that is not a number', () => {
    expect(() => readServers(`${HEADER}\n7,x,2021,two${',1'.repeat(16)}\n`)).toThrow('server 7: chips is two')
  })
})
