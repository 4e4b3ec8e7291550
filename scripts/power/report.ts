import { LOAD_LEVELS } from '../../src/core/power/curve.ts'
import { groupsBy } from './folds.ts'
import type { Trial } from './trials.ts'

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length
const percent = (share: number): string => (100 * share).toFixed(1).padStart(6)
const errorOf = (trials: readonly Trial[]): number => mean(trials.map((t) => Math.abs(t.watts / t.measured - 1)))
const errorByGroup = (trials: readonly Trial[], keyOf: (trial: Trial) => string): number =>
  mean([...groupsBy(trials, keyOf).values()].map(errorOf))
const coverageOf = (trials: readonly Trial[]): number =>
  mean(trials.map((t) => (t.low <= t.measured && t.measured <= t.high ? 1 : 0)))
const biasOf = (trials: readonly Trial[]): number =>
  trials.reduce((sum, t) => sum + t.watts, 0) / trials.reduce((sum, t) => sum + t.measured, 0) - 1

/** Prints error, bias and coverage of some trials. */
export const report = (title: string, trials: readonly Trial[]): void => {
  if (trials.length === 0) return
  const widths = trials.map((t) => t.high / t.low).toSorted((a, b) => a - b)
  const between = (from: number, to: number): string => {
    const some = trials.filter(({ level }) => LOAD_LEVELS[level]! >= from && LOAD_LEVELS[level]! <= to)
    return some.length === 0 ? '     -' : percent(biasOf(some))
  }
  console.log(`\n${title}: ${new Set(trials.map((t) => t.server)).size} servers, ${trials.length} figures`)
  console.log(
    `  mean absolute error ${percent(errorOf(trials))} % of figures, ${percent(errorByGroup(trials, (t) => t.server.id))} % of servers, ${percent(errorByGroup(trials, (t) => t.server.machine.cpuKey ?? ''))} % of CPUs`,
  )
  console.log(
    `  bias of the sum: idle ${between(0, 0)} %, 10-50 % load ${between(10, 50)} %, 60-90 % load ${between(60, 90)} %, full ${between(100, 100)} %`,
  )
  console.log(
    `  inside the range ${percent(coverageOf(trials))} %, median width x${widths[widths.length >> 1]!.toFixed(2)}`,
  )
  const line = (name: string, figureOf: (trials: readonly Trial[]) => number): void => {
    const cells = LOAD_LEVELS.map((_, level) => {
      const some = trials.filter((t) => t.level === level)
      return some.length === 0 ? '     -' : percent(figureOf(some))
    })
    console.log(`  ${name.padEnd(10)}${cells.join('')}`)
  }
  console.log(`  ${'load %'.padEnd(10)}${LOAD_LEVELS.map((level) => String(level).padStart(6)).join('')}`)
  line('error %', errorOf)
  line('inside %', coverageOf)
}

/** The same, also by the years of the machines. */
export const reportByYear = (title: string, trials: readonly Trial[]): void => {
  report(title, trials)
  report(
    '  of these, before 2022',
    trials.filter((t) => t.server.year < 2022),
  )
  report(
    '  of these, 2022-26',
    trials.filter((t) => t.server.year >= 2022),
  )
  report(
    '  of these, 2024-26',
    trials.filter((t) => t.server.year >= 2024),
  )
}
