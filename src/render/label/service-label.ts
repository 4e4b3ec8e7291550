import { firstNames } from '../../core/first-names.ts'
import { plural } from '../../core/functional-unit.ts'
import { ConfigurationError } from '../../core/errors.ts'
import type { Report } from '../../core/report.ts'
import { cutCells } from '../cells.ts'
import { wholeWords } from '../escape.ts'
import { SOFT_INK } from '../ink.ts'
import { gramsOf, headlineOf } from '../headline.ts'
import { shownMinerals, shownWater } from '../water-text.ts'
import { decimal, digitsOf, duration, percent, quantity, rangeOf, shownGrid, shareOf } from '../quantities.ts'
import { barBlock, describe, drawCard, linesBlock, paragraphBlock, rowsBlock, verdictLine } from './card.ts'
import { type LabelRow, type NamedValue, knownRows } from './rows.ts'
import { scaleBlock } from './scale.ts'

/** Units that a service label is for: tokens by the million, everything else by the thousand. */
const TOKENS = 1e6
const OTHERS = 1000

type Units = NonNullable<Report['units']>

const BOUNDARIES: Readonly<Record<string, string>> = {
  card: 'the GPU cards',
  board: 'the computer board',
  host: 'the whole machine',
  building: 'the machine and its share of the building',
}

/**
 * The label of a service, per 1,000 requests or per million tokens: energy, electricity, hardware, water, grid, method, boundary, range.
 * A letter is shown only for a budget per unit.
 * @throws ConfigurationError for a report without a functional unit
 */
export function renderServiceLabelSvg(report: Report): string {
  const units = report.units ?? report.counts?.[0] ?? null
  if (units === null) {
    throw new ConfigurationError(
      `the report of ${report.subject.name.slice(0, 80) || 'this work'} counts no functional unit: measure with \`--units "1000 requests"\`, or use the label without \`--for service\``,
    )
  }
  const count = / token$|^token$/.test(units.name) ? TOKENS : OTHERS
  const factor = count / units.count
  const { letter, line, share, verdict } = headlineOf(report)
  const hasLetter = letter !== null && line?.scope === 'unit'
  const total = gramsOf(report)
  const figure = total.value === null ? 'no figure' : `${quantity(total.value * factor, 'g', digitsOf(total))} CO₂e`
  const rows = serviceRows(report, units, factor)
  const lines = [
    { text: figure, size: 28, smallest: 16 },
    { text: `per ${nameOfMany(count)} ${plural(units.name)}`, size: 15, smallest: 10 },
    ...(hasLetter && share ? [verdictLine(`${verdict} · ${shareOf(share, `the budget of ${line.line}`)}`)] : []),
  ]
  const boundary = `${boundaryOf(report)}${hasLetter ? '' : ' Without a budget per unit there is no letter.'}`
  return drawCard({
    kind: 'CARBON LABEL OF A SERVICE',
    report,
    blocks: [
      ...(hasLetter ? [scaleBlock(letter)] : []),
      barBlock(5, 2, 0),
      linesBlock(lines),
      barBlock(2.5, 2, 2),
      rowsBlock(rows),
      barBlock(2.5, 0, 0),
      paragraphBlock(boundary, 10, 6, SOFT_INK),
    ],
    description: describe(report, [...lines.map(({ text }) => text), boundary], rows),
  })
}

function nameOfMany(count: number): string {
  return count === TOKENS ? 'million' : count.toLocaleString('en-US')
}

function serviceRows(report: Report, units: Units, factor: number): LabelRow[] {
  const { energy, emissions, water, intensity, machine, pue } = report
  const total = gramsOf(report)
  const digits = digitsOf(total)
  const grams = (g: number | null): string | null => (g === null ? null : `${quantity(g * factor, 'g', digits)} CO₂e`)
  const scaled = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : value * factor
  const litres = water && shownWater({ total_l: scaled(water.total_l), offsite_l: scaled(water.offsite_l) })
  const region = [machine?.provider, machine?.region].filter(Boolean).join(' ')
  const rows: NamedValue[] = [
    ['Energy', energy.total_wh === null ? null : quantity(energy.total_wh * factor, 'wh', digits)],
    ['Electricity', grams(emissions.operational_g)],
    ['Hardware', grams(emissions.embodied_g)],
    ...phaseRows(report).map(({ name, g }) => [`of it ${shortName(name)}`, grams(g)] as const),
    ['Likely range', rangeOf({ value: scaled(total.value), low: scaled(total.low), high: scaled(total.high) }, 'g')],
    ['Water', litres],
    ['Minerals', shownMinerals(scaled(report.minerals_kg_sb))],
    ...(report.counts ?? [])
      .filter(({ name }) => name !== units.name)
      .slice(0, 2)
      .map(
        (other) =>
          [
            `Per ${other.name}`,
            total.value === null ? null : `${quantity(total.value / other.count, 'g', digits)} CO₂e`,
          ] as const,
      ),
    ['Counted', `${units.count.toLocaleString('en-US')} ${plural(units.name)}`],
    ['Grid', shownGrid(intensity)],
    ['Region', [region, pue && `PUE ${decimal(pue)}`].filter(Boolean).join(', ') || null],
    [
      'Method',
      [report.method, report.coverage === null ? null : `${percent(report.coverage)} covered`]
        .filter(Boolean)
        .join(', ') || null,
    ],
    ['Period', periodOf(report)],
  ]
  return knownRows(rows)
}

/** Cells of a phase's name that leave room for its figure. */
const NAME_CELLS = 16

function shortName(name: string): string {
  const cut = cutCells(name, NAME_CELLS)
  return cut === name ? name : `${wholeWords(cut, name.slice(cut.length))}…`
}

/** Most phases that a label lists. */
const MOST_PHASES = 3

/** The phases of a plan, the largest first: how much of a request is the training of its model. */
function phaseRows({ subject, parts }: Report): { readonly name: string; readonly g: number }[] {
  const phases = parts.flatMap(({ name, emissions: { total_g: g } }) => (g === null ? [] : [{ name, g }]))
  if (subject.kind !== 'estimate' || phases.length < 2) return []
  return phases.toSorted((a, b) => b.g - a.g).slice(0, MOST_PHASES)
}

function periodOf({ ended_at, duration_s }: Report): string | null {
  return [ended_at?.slice(0, 10), duration_s === null ? null : duration(duration_s)].filter(Boolean).join(', ') || null
}

/** What the figure covers and what it leaves out. */
function boundaryOf({ hardware, emissions, pue, basis }: Report): string {
  const made =
    emissions.embodied_g === null
      ? 'without the manufacture of the hardware'
      : `with the manufacture of ${BOUNDARIES[hardware?.boundary ?? ''] ?? 'the hardware'}`
  const building = pue === null ? '' : ' and the overhead of its building'
  const missing = basis.not_counted.length === 0 ? '' : ` Not counted: ${firstNames(basis.not_counted, 5)}.`
  return `Boundary: electricity of the machine${building}, ${made}. The whole of it is divided by the counted units.${missing}`
}
