import { expect } from 'vitest'
import { parseDuration } from '../../src/core/duration.ts'

/** A figure as it is printed, in the base unit of its family, with the most that rounding can have moved it. */
export interface Printed {
  readonly value: number
  readonly slack: number
}

const SIZES: Readonly<Record<string, number>> = {
  mg: 1e-3,
  g: 1,
  kg: 1e3,
  t: 1e6,
  mWh: 1e-3,
  Wh: 1,
  kWh: 1e3,
  MWh: 1e6,
  mW: 1e-3,
  W: 1,
  kW: 1e3,
}

/** The text with plain spaces in place of no-break ones, and without the marks of bold. */
export const tidy = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ').replaceAll('**', '')

export function printed(number: string, unit = 'g'): Printed {
  const digits = number.replaceAll(',', '')
  const decimals = /\.(\d+)$/.exec(digits)?.[1]?.length ?? 0
  // Thousands are rounded to three digits.
  const step = decimals > 0 ? 10 ** -decimals : 10 ** Math.max(0, digits.length - 3)
  const size = SIZES[unit] ?? Number.NaN
  return { value: Number(digits) * size, slack: (step / 2) * size }
}

/** The first figure that the pattern finds; its groups are the number and the unit. */
function find(text: string, pattern: RegExp): Printed | null {
  const match = pattern.exec(text)
  return match ? printed(match[1] ?? '', match[2]) : null
}

/** Expects a product or a sum, allowing for the rounding of every figure that is printed. */
function expectClose(actual: number, expected: Printed, factors: readonly Printed[]): void {
  const relative = factors.reduce((sum, { value, slack }) => sum + slack / value, 0)
  expect(Math.abs(actual - expected.value)).toBeLessThanOrEqual(expected.slack + relative * actual + 1e-12)
}

/** Checks one example, whatever it is written in. @returns how many relations were checked */
export function checkExample(raw: string): number {
  const text = tidy(raw)
  let checked = 0
  // A label that shows one unit first has the total below.
  const emissions = find(text, /Total: ([\d.,]+) (mg|g|kg|t)/) ?? find(text, /([\d.,]+) (mg|g|kg|t) CO(?:₂|2)e/)
  const energy = find(
    text,
    /(?:^|[\s`])([\d.,]+) (mWh|Wh|kWh|MWh)\b(?= (?:in|modelled|measured|estimated)|\. Electricity|\n)/m,
  )
  const perKwh = Number(/([\d.,]+) g\/kWh/.exec(text)?.[1]?.replaceAll(',', '') ?? Number.NaN)
  const hardware = find(text, /[Hh]ardware:? ([\d.,]+) (mg|g|kg)/) ?? { value: 0, slack: 0 }
  if (emissions && energy && perKwh > 0) {
    const operational = (energy.value * perKwh) / 1000
    const factors = [energy, { value: perKwh, slack: 0.5 }]
    expectClose(operational + hardware.value, { ...emissions, slack: emissions.slack + hardware.slack }, factors)
    checked += 1
  }
  const range = /likely ([\d.,]+)(?: (mg|g|kg))? to ([\d.,]+) (mg|g|kg)/.exec(text)
  if (emissions && range) {
    const high = printed(range[3] ?? '', range[4])
    const low = printed(range[1] ?? '', range[2] ?? range[4])
    expect(low.value - low.slack).toBeLessThanOrEqual(emissions.value)
    expect(high.value + high.slack).toBeGreaterThanOrEqual(emissions.value)
    checked += 1
  }
  const share =
    /([\d.,]+) (mg|g|kg) CO(?:₂|2)e(?: ·)? +([\d.]+) % of (?:the budget of )?([\d.,]+) ?(mg|g|kg)\b(?! per \d| per inf)/.exec(
      text,
    )
  if (share) {
    const [used, limit] = [printed(share[1] ?? '', share[2]), printed(share[4] ?? '', share[5])]
    const percent = Number(share[3])
    expect(Math.abs(used.value / limit.value - percent / 100)).toBeLessThanOrEqual(0.006 + used.slack / limit.value)
    checked += 1
  }
  const over = find(text, /Over by ([\d.,]+) (mg|g|kg)(?! per)/)
  if (share && over) {
    const [used, limit] = [printed(share[1] ?? '', share[2]), printed(share[4] ?? '', share[5])]
    expect(Math.abs(used.value - limit.value - over.value)).toBeLessThanOrEqual(used.slack + over.slack + 1e-12)
    checked += 1
  }
  checked += emissions === null ? 0 : checkLabelRows(text, emissions)
  const mean = /([\d.,]+) (mWh|Wh|kWh) in ([\d a-z.]+), ([\d.,]+) (W|kW) mean/.exec(text)
  if (mean) {
    const [wh, watts] = [printed(mean[1] ?? '', mean[2]), printed(mean[4] ?? '', mean[5])]
    const hours = seconds(mean[3] ?? '') / 3600
    const pue = Number(/PUE ([\d.]+)/.exec(text)?.[1] ?? 1)
    expectClose(watts.value * hours * pue, wh, [
      watts,
      { value: pue, slack: 0.005 },
      { value: hours, slack: hours * 0.02 },
    ])
    checked += 1
  }
  return checked
}

/** Rows of a label: electricity and hardware sum to the total, and so many runs emit so many times as much. */
function checkLabelRows(text: string, total: Printed): number {
  const electricity = find(text, /Electricity: ([\d.,]+) (mg|g|kg|t)/)
  const hardware = find(text, /Hardware: ([\d.,]+) (mg|g|kg|t)/) ?? { value: 0, slack: 0 }
  const runs = /([\d,]+) (?:such runs|runs a month): ([\d.,]+) (mg|g|kg|t)/.exec(text)
  if (electricity) {
    const slack = total.slack + electricity.slack + hardware.slack + 1e-12
    expect(Math.abs(electricity.value + hardware.value - total.value)).toBeLessThanOrEqual(slack)
  }
  if (runs) expectClose(total.value * printed(runs[1] ?? '').value, printed(runs[2] ?? '', runs[3]), [total])
  return Number(electricity !== null) + Number(runs !== null)
}

/** `4 min 12 s`, `10 h`. */
function seconds(text: string): number {
  const pieces = text.trim().match(/[\d.]+ [a-z]+/g) ?? []
  return pieces.reduce((sum, piece) => sum + parseDuration(piece, 'time'), 0)
}

/** Rows of a table below its headings, as cells. */
function rowsOf(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => tidy(cell).trim()),
    )
}

/** Expects the rows of every table with a line `all` to sum to it. @returns how many sums were checked */
export function checkTables(text: string): number {
  let checked = 0
  const tables = (text.match(/(?:^\|.*\|$\n?)+/gm) ?? []).filter((table) => /\*\*all\*\*/.test(table))
  for (const table of tables) {
    const rows = rowsOf(table)
    const whole = rows.at(-1) ?? []
    for (const column of [1, 2]) {
      const cells = rows
        .slice(0, -1)
        .map((row) => row[column] ?? '')
        .filter((cell) => /^[\d.,]/.test(cell))
      const amount = (cell: string): Printed => printed(cell.split(' ')[0] ?? '', cell.split(' ')[1] ?? 'g')
      const sum = cells.map(amount).reduce((total, { value }) => total + value, 0)
      const slack = cells.map(amount).reduce((total, each) => total + each.slack, 0)
      const all = amount(whole[column] ?? '')
      expect(Math.abs(sum - all.value), `${whole[column]} is not the sum of ${cells.join(', ')}`).toBeLessThanOrEqual(
        slack + all.slack + 1e-9,
      )
      checked += 1
    }
  }
  return checked
}

/** A product written out, step by step. */
export function checkChain(chain: string): number {
  let product = 1
  let checked = 0
  for (const step of chain.split(';')) {
    const [left = '', right = ''] = step.split('=')
    for (const [number] of left.matchAll(/\d[\d.,]*/g)) product *= Number(number.replaceAll(',', ''))
    expect(product, step).toBeCloseTo(Number((/[\d.,]+/.exec(right)?.[0] ?? '').replaceAll(',', '')), 1)
    checked += 1
  }
  return checked
}
