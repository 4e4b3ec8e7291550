import type { Report } from '../../core/report.ts'
import { excessWords, missing } from '../findings.ts'
import { headlineOf, indeterminateWords, usageWords } from '../headline.ts'
import { judgedUnits } from '../per-unit.ts'
import { plain } from '../quantities.ts'
import {
  type CardLine,
  barBlock,
  describe,
  drawCard,
  linesBlock,
  paragraphBlock,
  rowsBlock,
  verdictLine,
} from './card.ts'
import { type LabelOptions, labelRows } from './rows.ts'
import { scaleBlock } from './scale.ts'

/** Longest reason on a label, lines. */
const REASON_LINES = 6

/**
 * The carbon label: the letter's arrow on its scale, then a table like a food label's. The letter and its place carry the meaning;
 * colour only repeats it. A letter is a share of the budget, never an absolute class.
 */
export function renderLabelSvg(report: Report, options: LabelOptions = {}): string {
  const { letter } = headlineOf(report)
  const isIndeterminate = report.verdict === 'indeterminate'
  const rows = labelRows(report, options)
  const lines = summaryOf(report)
  const reason = isIndeterminate ? missing(report, plain).join(' ') : ''
  return drawCard({
    kind: 'CARBON LABEL',
    report,
    blocks: [
      scaleBlock(letter, { isIndeterminate }),
      barBlock(5, 2, 0),
      linesBlock(lines),
      ...(reason === '' ? [] : [paragraphBlock(reason, 11, REASON_LINES)]),
      ...(rows.length === 0 ? [] : [barBlock(2.5, 2, 2), rowsBlock(rows)]),
      barBlock(2.5, 0, 0),
    ],
    description: describe(report, [...lines.map(({ text }) => text), reason], rows),
  })
}

/** The lines under the scale: the judged figure of one unit first, if there is one; else the total. Then the verdict. */
function summaryOf(report: Report): CardLine[] {
  const { amount, isEmissions, line, share, verdict } = headlineOf(report)
  const figure = isEmissions ? `${amount} CO₂e` : amount
  if (report.verdict === 'indeterminate') {
    return [{ text: 'indeterminate', size: 28, smallest: 16 }, verdictLine(indeterminateWords(report, figure))]
  }
  const [perUnit, ofUnit] = judgedUnits(report, plain)[0]?.figure.split(/ (?=per )/) ?? []
  const usage = line && share ? `${verdict} · ${usageWords(line, share, plain)}` : verdict
  const over = excessWords(report)
  return [
    { text: perUnit ?? figure ?? 'no figure', size: 28, smallest: 16 },
    ...(ofUnit ? [{ text: ofUnit, size: 15, smallest: 10 }] : []),
    verdictLine(usage),
    ...(over === null ? [] : [verdictLine(over)]),
  ]
}
