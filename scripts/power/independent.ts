import type { MachineSpec } from '../../src/core/power/machine.ts'

/** A power figure that has nothing to do with the fit. */
export interface IndependentFigure {
  readonly machine: string
  readonly spec: MachineSpec
  /** vCPUs of a share of the machine; undefined for the whole. */
  readonly vcpus?: number
  /** Utilisation, percent. */
  readonly load: number
  readonly watts: number
  readonly how: string
}

type Machine = Omit<IndependentFigure, 'load' | 'watts'>

/** Figures of one machine from pairs of load (percent) and W. */
const read = (machine: Machine, ...pairs: readonly (readonly [load: number, watts: number])[]): IndependentFigure[] =>
  pairs.map(([load, watts]) => Object.assign({ load, watts }, machine))

const WALL = 'wall meter (AnandTech)'
const RAPL = 'RAPL, the processors alone (Teads, c5.metal and m5.metal under stress)'

/** What a package reading is at the wall: supply and regulators lose 13 %, and board, memory and fans draw 20 W. */
const atWall = (packageWatts: number): number => Math.round(packageWatts / 0.87 + 20)

const desktop = (cpuName: string, packageWatts: number): IndependentFigure[] =>
  read({ machine: cpuName, spec: { cpuName }, how: `package of ${packageWatts} W in a review, at the wall` }, [
    100,
    atWall(packageWatts),
  ])

/** Measurements of machines in the field: servers, then desktops, then Macs. */
export const MEASUREMENTS: readonly IndependentFigure[] = [
  ...read(
    { machine: 'Xeon E5-2690 v3', spec: { cpuName: 'Intel Xeon E5-2690 v3', sockets: 1 }, how: WALL },
    [0, 84],
    [100, 254],
  ),
  ...read(
    { machine: 'Xeon E5-2640 v4', spec: { cpuName: 'Intel Xeon E5-2640 v4', sockets: 1 }, how: WALL },
    [0, 76],
    [100, 143],
  ),
  ...read({ machine: 'Xeon D-1581', spec: { cpuName: 'Intel Xeon D-1581' }, how: WALL }, [0, 59], [100, 125]),
  ...read({ machine: 'Xeon D-1557', spec: { cpuName: 'Intel Xeon D-1557' }, how: WALL }, [0, 54], [100, 100]),
  ...read(
    {
      machine: '2 x EPYC 7662, 256 GB',
      spec: { cpuName: 'AMD EPYC 7662', sockets: 2, memoryGb: 256 },
      how: 'BMC: 220 W with an A40, less its 30 W',
    },
    [0, 190],
  ),
  ...read(
    {
      machine: 'PRIMERGY RX1330 M3',
      spec: { cpuName: 'Intel Xeon E3-1230 v6', sockets: 1, memoryGb: 16 },
      how: 'bought and measured with the default BIOS, read off a chart',
    },
    [0, 17],
    [50, 23],
    [60, 42],
    [80, 46],
    [100, 49],
  ),
  ...read(
    { machine: 'AWS 8275CL, 96 threads', spec: { cpuName: 'Intel Xeon Platinum 8275CL', sockets: 2 }, how: RAPL },
    [0, 58],
    [10, 176],
    [50, 448],
    [100, 627],
  ),
  ...read(
    { machine: 'AWS 8175M, 96 threads', spec: { cpuName: 'Intel Xeon Platinum 8175M', sockets: 2 }, how: RAPL },
    [0, 58],
    [10, 147],
    [50, 344],
    [100, 478],
  ),
  ...desktop('Intel Core i9-13900K', 330),
  ...desktop('AMD Ryzen 9 7950X', 235),
  ...desktop('AMD Ryzen 5 5600X', 76),
  ...desktop('Intel Core i5-12600K', 124),
  ...desktop('Intel Core i5-11600K', 155),
  ...read(
    {
      machine: 'AMD Ryzen 5 7600X',
      spec: { cpuName: 'AMD Ryzen 5 7600X' },
      how: 'whole system of 198 W in a review, less 40 W for its graphics card',
    },
    [100, 158],
  ),
  ...read(
    { machine: 'Mac mini M4', spec: { cpuName: 'Apple M4' }, how: 'wall meter (ServeTheHome: 4 to 6 W, 40 to 45 W)' },
    [0, 5],
    [100, 42.5],
  ),
  ...read({ machine: 'Mac mini M4', spec: { cpuName: 'Apple M4' }, how: 'wall meter (DDay.it)' }, [0, 5], [100, 30]),
  ...read(
    {
      machine: 'Mac mini M1',
      spec: { cpuName: 'Apple M1' },
      how: "Eco-CI's curve; the whole machine or a share: not said",
    },
    [0, 4.4],
    [50, 8.9],
    [100, 15.5],
  ),
]

const EPYC = { cpuName: 'AMD EPYC 7763' }
const GRAVITON = { cpuName: 'AWS Graviton2' }

/** Figures of other models for 4 vCPUs. They are not measurements. */
export const OTHER_MODELS: readonly IndependentFigure[] = [
  ...read(
    { machine: 'EPYC 7763', spec: EPYC, vcpus: 4, how: 'Eco-CI' },
    [0, 1.76],
    [10, 3.62],
    [50, 5.16],
    [100, 8.18],
  ),
  ...read({ machine: 'EPYC 7763', spec: EPYC, vcpus: 4, how: 'Cloud Carbon Footprint' }, [0, 1.8], [100, 8.1]),
  ...read({ machine: 'Graviton2', spec: GRAVITON, vcpus: 4, how: 'Cloud Carbon Footprint' }, [0, 1.9], [100, 6.8]),
  ...read(
    { machine: 'Graviton2', spec: GRAVITON, vcpus: 4, how: 'Teads, scaled by TDP' },
    [0, 4.6],
    [10, 7.3],
    [50, 12.1],
    [100, 16.2],
  ),
  ...read(
    {
      machine: 'AWS 7R32',
      spec: { cpuName: 'AMD EPYC 7R32' },
      vcpus: 4,
      how: 'Teads, scaled by TDP from Intel chips',
    },
    [0, 5.3],
    [10, 8.4],
    [50, 14.3],
    [100, 19],
  ),
]
