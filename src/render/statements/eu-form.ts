import type { Report } from '../../core/report.ts'
import { gflopsCounted } from '../../core/work-per-watt.ts'
import { inert } from '../escape.ts'
import { decimalText } from '../model-card/decimal-text.ts'

const WH_PER_MWH = 1e6
const S_PER_DAY = 86_400

/**
 * The lines about energy, computation and time of the EU's Model Documentation Form (code of practice for general-purpose AI, 10 July
 * 2025; AI Act, Annex XI). Figures have two significant digits, as it asks. It does not define the boundary, so the page states ours.
 */
export function euForm(report: Report): string {
  const { energy, method, duration_s, machine } = report
  const gflop = gflopsCounted(report)
  const kind = method === 'measured' ? 'measured' : 'estimated'
  const cards = machine?.gpus.length ?? 0
  const days = duration_s === null ? null : duration_s / S_PER_DAY
  const hardwareDays = days === null || cards === 0 ? null : days * cards
  const lines = [
    ['Amount of energy used for training', `${figure(energy.total_wh, WH_PER_MWH)} MWh (${kind})`, energy.total_wh],
    ['Measurement methodology (energy)', methodology(report), ''],
    ['Amount of computation used for training', `${flopText(gflop)} FLOP`, gflop],
    ['Measurement methodology (computation)', 'As counted by the units of the report.', gflop],
    ['Training time, wall-clock', `${figure(days, 1)} days`, days],
    ['Training time, hardware', `${figure(hardwareDays, 1)} days of accelerators`, hardwareDays],
  ] as const
  const rows = lines.map(([name, text, known]) => `- **${name}**: ${known === null ? 'N/A' : text}`)
  return `<!-- carbon-gate: eu-form -->
## Energy, computation and time (EU Model Documentation Form)

${rows.join('\n')}

The computation of an inference is asked in FLOP, which this report does not measure.
`
}

/** Two significant digits. */
function figure(value: number | null, size: number): string {
  return value === null ? 'N/A' : decimalText(Number((value / size).toPrecision(2)))
}

function flopText(gflop: number | null): string {
  if (gflop === null) return 'N/A'
  // An order of magnitude is read from an exponent.
  return (gflop * 1e9).toExponential(1).replace('e+', ' x 10^')
}

/** What is inside of the figure, in about 100 words. */
function methodology({ method, pue, basis, energy, coverage, tool }: Report): string {
  const range =
    energy.low_wh === null || energy.high_wh === null || energy.low_wh === energy.high_wh
      ? null
      : `90 % range ${figure(energy.low_wh, WH_PER_MWH)} to ${figure(energy.high_wh, WH_PER_MWH)} MWh.`
  const pieces = [
    `Carbon Gate ${tool.version}, ${method ?? 'method unknown'}${basis.power ? ` (${basis.power})` : ''}.`,
    'Boundary: the machines of the work, from their processors, memory and accelerators to the wall',
    pue === null ? 'without a PUE.' : `times a PUE of ${pue}${basis.pue ? ` (${basis.pue})` : ''}.`,
    coverage === null ? null : `Readings cover ${Math.floor(coverage * 100)} % of the time.`,
    basis.not_counted.length > 0 ? `Not counted: ${basis.not_counted.join(', ')}.` : null,
    'Failed and earlier runs count only if they are in the reports.',
  ]
  return [inert(pieces.filter(Boolean).join(' '), 1000), range].filter(Boolean).join(' ')
}
