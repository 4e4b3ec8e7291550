import { describe, expect, it } from 'vitest'
import { exampleDashboardPage } from '../fixtures/shown-pictures.ts'
import { type Printed, printed } from '../docs/shown-figures.ts'

/** The dashboard of the README: its figures sum to each other as they are printed. */

const page = exampleDashboardPage().replaceAll('\u00A0', ' ').replaceAll('\u2212', '-')

/** A figure with its unit: `16.9 kg`. */
function amount(text: string): Printed {
  const [, sign = '', number = '', unit = ''] = /([+-]?)([\d.,]+) ?([a-zA-Z%]*)/.exec(text) ?? []
  const { value, slack } = printed(number, unit === '%' || unit === '' ? 'g' : unit)
  return { value: sign === '-' ? -value : value, slack }
}

function tile(name: string): string {
  return new RegExp(`<dt>${name}</dt><dd>(.*?)</dd>`).exec(page)?.[1] ?? ''
}

/** Cells of the rows of a table, as text. */
function rowsOf(caption: string): string[][] {
  const body =
    page
      .slice(page.indexOf(`<caption>${caption}`))
      .split(/<tbody[^>]*>/)[1]
      ?.split('</tbody>')[0] ?? ''
  return body.split('</tr>').flatMap((row) => {
    const cells = [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) =>
      cell.replaceAll(/<[^>]*>/g, ''),
    )
    return cells.length === 0 ? [] : [cells]
  })
}

/** Expects a sum of printed figures, allowing for the rounding of each. */
function expectSum(parts: readonly Printed[], whole: Printed): void {
  const sum = parts.reduce((total, { value }) => total + value, 0)
  const slack = parts.reduce((total, part) => total + part.slack, whole.slack)
  expect(parts.length).toBeGreaterThan(1)
  expect(Math.abs(sum - whole.value)).toBeLessThanOrEqual(slack * (1 + 1e-9))
}

const column = (rows: readonly (readonly string[])[], at: number): Printed[] => rows.map((row) => amount(row[at] ?? ''))

describe('the figures of the dashboard', () => {
  it('sum to the emissions by source, job and month', () => {
    const total = amount(tile('Emissions').replaceAll(/<[^>]*>/g, ' '))
    const [, electricity = '', hardware = ''] = /electricity ([^,]*), hardware ([^<]*)/.exec(tile('Emissions')) ?? []
    expectSum([amount(electricity), amount(hardware)], total)
    expectSum(column(rowsOf('Jobs with the most emissions'), 1), total)
    const months = rowsOf('Use by month')
    expect(months.length).toBe(3)
    expectSum(column(months, 1), total)
    for (const month of months) expectSum([amount(month[2] ?? ''), amount(month[3] ?? '')], amount(month[1] ?? ''))
    expectSum(column(months, 4), amount(tile('Energy').replaceAll(/<[^>]*>/g, ' ')))
  })

  it('say how much each budget is used by the amounts beside it', () => {
    const cards = [...page.matchAll(/<strong>(\d+) % used<\/strong>.*?([\d.,]+ \w+) of ([\d.,]+ \w+)/g)]
    expect(cards.length).toBe(2)
    for (const [, share = '', used = '', limit = ''] of cards) {
      const [part, whole] = [amount(used), amount(limit)]
      expect(Math.abs(part.value / whole.value - Number(share) / 100)).toBeLessThanOrEqual(
        0.005 + part.slack / whole.value,
      )
    }
  })

  it('split each change into three causes that sum to it', () => {
    const rows = rowsOf('What drove the change')
    expect(rows.length).toBeGreaterThan(3)
    for (const [, change = '', ...causes] of rows) expectSum(causes.map(amount), amount(change))
    const [, after = '', before = '', share = ''] =
      /emissions were <strong>([^<]*)<\/strong>, in the 30 days before ([^,]*), a change of <strong>([^<]*)</.exec(
        page,
      ) ?? []
    const difference = { ...amount(after), value: amount(after).value - amount(before).value }
    expectSum(column(rows, 1), { value: difference.value, slack: difference.slack + amount(before).slack })
    expect(Math.abs(difference.value / amount(before).value - amount(share).value / 100)).toBeLessThan(0.01)
  })
})
