import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseDuration } from '../../src/core/duration.ts'
import type { Report } from '../../src/core/report.ts'
import { badgeOf, badgeSvg } from '../../src/render/badge.ts'
import { renderLabelSvg } from '../../src/render/label/budget-label.ts'
import { REPORTS } from '../fixtures/examples.ts'

/** Every example that people see is multiplied: energy x grid + hardware = emissions, and parts sum to their whole. */

/** A figure as it is printed, in the base unit of its family, with the most that rounding can have moved it. */
interface Printed {
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

/** Spaces of all kinds are one; bold is no part of a figure. */
const tidy = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ').replaceAll('**', '')

function printed(number: string, unit = 'g'): Printed {
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
function checkExample(raw: string): number {
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

const goldens = readdirSync('test/golden').filter(
  (file) => /^(?:comment-|summary).*\.md$|^label-.*\.svg$/.test(file) && !/indeterminate/.test(file),
)

describe('figures that people see', () => {
  it.each(goldens)('multiply in %s', (file) => {
    const text = readFileSync(`test/golden/${file}`, 'utf8')
    const shown = file.endsWith('.svg')
      ? (/<desc[^>]*>(.*)<\/desc>/.exec(text)?.[1] ?? '').replace('Energy: ', ' ')
      : text
    expect(checkExample(shown)).toBeGreaterThan(0)
  })

  it('multiply on every terminal', () => {
    const blocks = readFileSync('test/golden/terminal.txt', 'utf8')
      .split(/^# .*$/m)
      .filter((block) => /Wh/.test(block))
    expect(blocks.length).toBeGreaterThan(4)
    for (const block of blocks) expect(checkExample(block), block).toBeGreaterThan(0)
  })

  it.each(readdirSync('test/golden').filter((file) => file.endsWith('.md')))(
    'sum to the whole in the tables of %s',
    (file) => {
      const text = readFileSync(`test/golden/${file}`, 'utf8')
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
          expect(
            Math.abs(sum - all.value),
            `${whole[column]} is not the sum of ${cells.join(', ')}`,
          ).toBeLessThanOrEqual(slack + all.slack + 1e-9)
        }
      }
    },
  )

  it.each([
    'README.md',
    ...readdirSync('docs')
      .filter((file) => file.endsWith('.md'))
      .map((file) => `docs/${file}`),
  ])('multiply in %s', (file) => {
    // What stands before a comment is code.
    const text = tidy(readFileSync(file, 'utf8')).replaceAll(/^.*?\/\/ /gm, '')
    let checked = 0
    for (const [block] of text.matchAll(/^carbon {2}[A-G?-] {2}[\s\S]*?(?=```)/gm)) checked += checkExample(block)
    // `10 h x 4 processors x 0.3 kW = 12 kWh; x PUE 1.5 = 18 kWh; x 450 g/kWh = 8,100 g`
    for (const [, chain = ''] of text.matchAll(
      /(\d[^\n|`]*? x [^\n|`]*? = [\d.,]+ k?(?:Wh|g)(?:; x [^\n|`;]*? = [\d.,]+ ?k?(?:Wh|g))*)/g,
    )) {
      checked += checkChain(chain)
    }
    // `(SE-SE3 18 x PUE 1.12, 2024)` in a line that begins with the product.
    for (const [, product = '', intensity = '', pue = ''] of text.matchAll(
      / (\d+) g per kWh [^\n]*\(\S+ (\d+) x PUE ([\d.]+),/g,
    )) {
      expect(Math.abs(Number(intensity) * Number(pue) - Number(product))).toBeLessThan(
        0.5 * Number(pue) + 0.5 + 0.005 * Number(intensity),
      )
      checked += 1
    }
    if (file === 'README.md') expect(checked).toBeGreaterThan(5)
  })
})

describe('descriptions of pictures', () => {
  it.each(['README.md', 'docs/label.md'])('in %s name figures that the pictures have', (file) => {
    const shown = ['comment-workflow.md', 'comment-fail.md']
      .map((golden) => readFileSync(`test/golden/${golden}`, 'utf8'))
      .concat(
        ['label.svg', 'label-service.svg', 'badge.svg', 'badge-month.svg'].map((name) =>
          readFileSync(`docs/images/${name}`, 'utf8'),
        ),
      )
      .map((text) => tidy(text).replaceAll('CO₂e', 'CO2e').replaceAll('\u2212', '-'))
      .join('\n')
    const texts = [...readFileSync(file, 'utf8').matchAll(/alt="([^"]*)"|!\[([^\]]*)\]\(images/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    )
    expect(texts.length).toBeGreaterThan(2)
    for (const [figure] of texts.join('\n').matchAll(/\d[\d.,]* (?:g|kg|Wh|%)(?: CO2e)?/g))
      expect(shown, figure).toContain(figure)
  })

  it('belong to pictures that the program would draw today', () => {
    expect(renderLabelSvg(REPORTS['workflow'] as Report, { runsPerMonth: 400 })).toBe(
      readFileSync('docs/images/label.svg', 'utf8'),
    )
    expect(badgeSvg(badgeOf(REPORTS['workflow'] as Report))).toBe(readFileSync('docs/images/badge.svg', 'utf8'))
  })
})

/** A product written out, step by step. */
function checkChain(chain: string): number {
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
