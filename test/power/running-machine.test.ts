import { describe, expect, it } from 'vitest'
import { machineCurve } from '../../src/power/machine-curve.ts'
import { powerOf } from '../../src/power/running-machine.ts'
import { machineOfRunner, runnerOf } from '../../src/data/runners.ts'

const MILAN = 'AMD EPYC 7763 64-Core Processor'

describe('powerOf', () => {
  it('gives 4 vCPU of an EPYC 7763 the mean of 4 threads of the measured servers, within 3 %', () => {
    // Mean of 15 published results, W for 4 threads, at 0, 10, 30, 50, 70, 90 and 100 %.
    const measured = [1.6, 2.91, 3.64, 4.4, 5.29, 6.48, 7.41]
    const { points } = powerOf({ cpuName: MILAN, vcpus: 4, memoryGb: 16, isVirtual: true }).curve
    const ratios = [0, 1, 3, 5, 7, 9, 10].map((level, i) => points[level]!.watts / measured[i]!)
    expect(Math.abs(ratios.reduce((a, b) => a + b, 0) / ratios.length - 1)).toBeLessThan(0.03)
    for (const ratio of ratios) expect(Math.abs(ratio - 1)).toBeLessThan(0.05)
  })

  it('says that the slice is one, and of what', () => {
    const { curve, share, notes } = powerOf({ cpuName: MILAN, vcpus: 4, isVirtual: true })
    expect(share).toEqual({ threads: 4, ofThreads: 256 })
    expect(curve.method).toContain('4 threads of a host, modelled with ')
    expect(notes).toEqual([])
  })

  it('counts a bare machine whole', () => {
    const { curve, share } = powerOf({ cpuName: MILAN, vcpus: 256, memoryGb: 256, isVirtual: false })
    expect(share).toBeNull()
    expect(curve.points[10]!.watts).toBeGreaterThan(350)
  })

  it('warns of a bare machine that shows a part of its chip', () => {
    const { curve, share, notes } = powerOf({ cpuName: MILAN, vcpus: 4, isVirtual: false })
    expect(share).toBeNull()
    expect(curve.points[10]!.watts).toBeGreaterThan(150)
    expect(notes.map((note) => note.code)).toEqual(['threads-hidden'])
  })

  it.each([
    [4, true],
    [128, false],
    [256, false],
  ])('decides by %s threads of a 128-thread chip whether it is a slice if no other fact does', (vcpus, isSlice) => {
    const { share, notes } = powerOf({ cpuName: MILAN, vcpus, isVirtual: null })
    expect(share !== null).toBe(isSlice)
    expect(notes.map((note) => note.code)).toEqual(['machine-kind-guessed'])
  })

  it('takes a slice of a host as large as the machine', () => {
    const { share } = powerOf({ cpuName: 'AMD EPYC 9V74 80-Core Processor', vcpus: 400, isVirtual: true })
    expect(share!.ofThreads).toBeGreaterThanOrEqual(400)
  })

  it('gives an unknown CPU a wide range and a note', () => {
    const unknown = powerOf({ cpuName: 'Frobnicator 9000', vcpus: 4, isVirtual: true })
    const known = powerOf({ cpuName: MILAN, vcpus: 4, isVirtual: true })
    expect(unknown.notes).toContainEqual(expect.objectContaining({ code: 'cpu-unknown', level: 'warning' }))
    const width = ({ curve }: typeof known): number => curve.points[5]!.high / curve.points[5]!.low
    expect(width(unknown)).toBeGreaterThan(1.4 * width(known))
  })

  it('notes a slice that draws what a whole machine does', () => {
    const { notes } = powerOf({ cpuName: 'Intel Xeon X5670', vcpus: 2, isVirtual: true, hostThreads: 2, sockets: 1 })
    expect(notes.map((note) => note.code)).toContain('slice-implausible')
  })

  it('gives a figure when nothing is known at all', () => {
    for (const isVirtual of [true, false, null]) {
      const { curve, notes } = powerOf({ isVirtual })
      expect(curve.points.every(({ watts, low, high }) => low > 0 && low <= watts && watts <= high)).toBe(true)
      expect(notes.length).toBeGreaterThan(0)
    }
  })

  it.each([
    ['AMD EPYC 9V74 80-Core Processor', 4],
    ['Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz', 4],
    ['Intel(R) Xeon(R) Platinum 8272CL CPU @ 2.60GHz', 4],
    ['INTEL(R) XEON(R) PLATINUM 8573C', 4],
    ['Neoverse-N2', 4],
    ['Apple M1 (Virtual)', 3],
    ['Apple M2 (Virtual)', 5],
    ['Intel(R) Core(TM) i7-8700B CPU @ 3.20GHz', 4],
  ])('is plausible for the hosted runner with %s', (cpuName, vcpus) => {
    const { curve, notes } = powerOf({ cpuName, vcpus, memoryGb: 16, isVirtual: true })
    expect(curve.points[10]!.watts).toBeGreaterThan(4)
    // A third of the Intel Mac mini's 122 W; shares of servers draw less.
    expect(curve.points[10]!.watts).toBeLessThan(cpuName.includes('8700B') ? 41 : 31)
    expect(notes.map((note) => note.code)).not.toContain('slice-implausible')
  })
})

describe('machineCurve', () => {
  it('gives a Mac its maker’s figures and a wide range', () => {
    const { points, basis } = machineCurve({ cpuName: 'Apple M1' })
    expect(points[0]!.watts).toBeCloseTo(6.8, 5)
    expect(points[10]!.watts).toBeLessThan(39)
    expect(points[10]!.high / points[10]!.low).toBeGreaterThan(2)
    expect(basis).toContain('Apple')
  })

  it.each([
    // CPU, wall W at full load by published reviews: package power / 0.87 + 20 W where the review gives the package.
    ['Intel Core i9-13900K', 399],
    ['AMD Ryzen 9 7950X', 284],
    ['AMD Ryzen 5 5600X', 107],
    ['Intel Core i5-12600K', 163],
    ['Intel Core i5-11600K', 198],
    ['AMD Ryzen 5 7600X', 158],
  ])('holds the published full power of a desktop with %s in its range', (cpuName, published) => {
    const { low, high } = machineCurve({ cpuName }).points[10]!
    expect(low).toBeLessThan(published)
    expect(high).toBeGreaterThan(published)
  })

  it('gives the Intel Mac mini its maker’s figures', () => {
    const { points } = machineCurve({ cpuName: 'Intel(R) Core(TM) i7-8700B CPU @ 3.20GHz' })
    expect(points[0]!.watts).toBeCloseTo(20, 5)
    expect(points[10]!.watts).toBeCloseTo(122, 5)
  })

  it.each([
    // Host, load level, W by a wall meter, a BMC or the processors' own counters.
    ['Intel Xeon E5-2690 v3', { sockets: 1 }, 0, 84],
    ['Intel Xeon E5-2690 v3', { sockets: 1 }, 10, 254],
    ['Intel Xeon D-1581', {}, 0, 59],
    ['Intel Xeon D-1557', {}, 10, 100],
    ['AMD EPYC 7662', { sockets: 2, memoryGb: 256 }, 0, 220],
    ['Intel Xeon Platinum 8275CL', { sockets: 2, threads: 96 }, 5, 448],
  ])('holds what a %s with %o draws in the field at level %i', (cpuName, spec, level, measured) => {
    const field = machineCurve({ cpuName, ...spec }).points[level]!
    const benchmark = machineCurve({ cpuName, ...spec }, undefined, { conditions: 'benchmark' }).points[level]!
    expect(field.low).toBeLessThan(measured)
    expect(field.high).toBeGreaterThan(measured)
    expect(field.watts).toBe(benchmark.watts)
    expect(field.low).toBe(benchmark.low)
    expect(field.high).toBeGreaterThan(benchmark.high)
  })

  it('gives a laptop watts of its TDP, not of a server', () => {
    const { points } = machineCurve({ cpuName: '11th Gen Intel(R) Core(TM) i7-1185G7 @ 3.00GHz' })
    expect(points[0]!.watts).toBeLessThan(10)
    expect(points[10]!.watts).toBeLessThan(60)
  })
})

describe('runnerOf', () => {
  it.each([
    [['ubuntu-latest'], 4, 16, 'EPYC 7763'],
    [['ubuntu-24.04'], 4, 16, 'EPYC 7763'],
    [['windows-2025'], 4, 16, 'EPYC 7763'],
    [['ubuntu-slim'], 1, 5, 'EPYC 7763'],
    [['ubuntu-24.04-arm'], 4, 16, 'Neoverse-N2'],
    [['windows-11-arm'], 4, 16, 'Neoverse-N2'],
    [['macos-latest'], 3, 7, 'Apple M1'],
    [['macos-15'], 3, 7, 'Apple M1'],
    [['macos-13'], 4, 14, 'i7-8700B'],
    [['macos-15-intel'], 4, 14, 'i7-8700B'],
    [['macos-14-xlarge'], 5, 14, 'Apple M2'],
    [['ubuntu-24.04-16-cores'], 16, 64, 'EPYC 7763'],
    [['linux', 'ubuntu-22.04-64core'], 64, 256, 'EPYC 7763'],
  ])('knows GitHub’s %s', (labels, vcpus, memoryGb, cpu) => {
    const runner = runnerOf(labels)
    expect(runner).toMatchObject({ vcpus, memoryGb, gpu: null })
    expect(runner!.cpuName).toContain(cpu)
  })

  it('halves standard runners of private repositories', () => {
    expect(runnerOf(['ubuntu-latest'], { isPrivate: true })).toMatchObject({ vcpus: 2, memoryGb: 8 })
    expect(runnerOf(['macos-14'], { isPrivate: true })).toMatchObject({ vcpus: 3, memoryGb: 7 })
  })

  it('knows the GPU runner', () => {
    expect(runnerOf(['ubuntu-gpu-t4'])).toMatchObject({ vcpus: 4, memoryGb: 28, gpu: 'Tesla T4' })
  })

  it.each([
    ['gitlab', 'saas-linux-small-amd64', 2],
    ['circleci', 'machine:large', 4],
    ['azure-devops', 'ubuntu-latest', 2],
  ] as const)('knows %s’s %s', (provider, label, vcpus) => {
    expect(runnerOf([label], { provider })).toMatchObject({ vcpus })
  })

  it.each([[['self-hosted', 'ubuntu-latest']], [['my-own-runner']], [[]]])('knows nothing of %j', (labels) => {
    expect(runnerOf(labels)).toBeUndefined()
  })

  it('is a machine whose power can be asked for', () => {
    const runner = runnerOf(['ubuntu-latest'])!
    expect(powerOf(machineOfRunner(runner)).curve.points[5]!.watts).toBeCloseTo(4.4, 0)
  })
})
