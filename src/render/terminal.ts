import pc from 'picocolors'
import { CALENDAR_SCOPES } from '../core/budget.ts'
import { hasCode } from '../core/notes.ts'
import type { Label } from '../core/label.ts'
import type { Report } from '../core/report.ts'
import { workflowSafe } from '../core/workflow-safe.ts'
import { bar } from './bar.ts'
import { wrapCells } from './cells.ts'
import { terminal } from './escape.ts'
import { answers, decisions, missing, reasonOfExcess, warnings } from './findings.ts'
import { type Line, changeOf, gramsOf, headlineOf, scopePrefix, wattHours, wattHoursOf } from './headline.ts'
import { LINE_WORDS, REASON_LENGTH } from './line-verdicts.ts'
import { unitFigures } from './per-unit.ts'
import { portions } from './parts.ts'
import { duration, percent, plain, quantity, rangeOf, shareOf, shareUsed, shownGrid } from './quantities.ts'
import { KINDS } from './methodology.ts'
import { suggestedBudget } from './suggested-budget.ts'
import { machineText, meanPower } from './machine-text.ts'
import { type Enforcement, excuseOf } from './ways-out.ts'
import { shownMinerals, shownWater } from './water-text.ts'

/** The three lines begin in one column. */
const INDENT = ' '.repeat(8)
/** Notes printed; the report has all. */
const NOTES = 8

export interface TerminalOptions extends Enforcement {
  /** Whether colours may be used. */
  readonly color: boolean
  /** Width of the terminal, in cells: longer lines are wrapped between words. Without it no line is wrapped. */
  readonly columns?: number | undefined
}

/** Minimum width at which lines are wrapped, in cells. A narrower terminal has no room for the indent. */
const LEAST_COLUMNS = 24

type Colors = ReturnType<typeof pc.createColors>

/** The letter on one of the eight colours that every terminal has; white only on red. The letter itself carries the meaning. */
function paintLetter(letter: Label, text: string, colors: Colors): string {
  if (letter >= 'F') return colors.bgRed(colors.white(colors.bold(text)))
  const ground = letter <= 'B' ? colors.bgGreen : colors.bgYellow
  return ground(colors.black(colors.bold(text)))
}

/** The verdict, and the bar beside it. */
function painterOf({ verdict }: Report, colors: Colors): (text: string) => string {
  if (verdict === 'fail') return (text) => colors.red(colors.bold(text))
  if (verdict === 'indeterminate') return (text) => colors.yellow(colors.bold(text))
  return verdict === 'pass' ? colors.green : (text) => text
}

/**
 * Lines for people, then what they must know: `carbon  A  0.41 g CO2e  8 % of 5 g  pass  █░░░░░░░░░`; energy, time, method and
 * range; where it ran and where it went; hardware and water where they are known. Each ends with a line feed, and none can give the runner an order.
 */
export function renderTerminal(report: Report, { color, columns = 0, ...enforcement }: TerminalOptions): string {
  const colors = pc.createColors(color)
  const lines = [first(report, colors), second(report), third(report), fourth(report), ...basisLines(report)].filter(
    (line) => line.trim() !== '',
  )
  const all = [...lines, ...more(report, colors, enforcement)]
  const fitted = columns < LEAST_COLUMNS ? all : all.flatMap((line) => wrapCells(line, columns, INDENT))
  return `${fitted.map((line) => workflowSafe(plain(line))).join('\n')}\n`
}

function first(report: Report, colors: Colors): string {
  const { letter, amount, isEmissions, line, share, verdict } = headlineOf(report)
  const isTrusted = report.verdict !== 'indeterminate'
  const badge = letter === null ? (isTrusted ? '-' : '?') : letter
  const paint = painterOf(report, colors)
  // The letter is in the same column with and without colour.
  const letterCell = letter === null ? ` ${badge} ` : paintLetter(letter, ` ${badge} `, colors)
  const words = [
    amount === null ? 'no figure' : isEmissions ? `${amount} CO2e` : amount,
    isTrusted && line && share ? usedOf(line, share) : '',
    paint(verdict),
    isTrusted && line?.share !== null && line ? paint(bar(line.share)) : '',
  ]
  return `carbon ${letterCell} ${words.filter(Boolean).join('  ')}`
}

/** `8 % of 5 g`, `2 kg per month: 76 % used`. */
function usedOf(line: Line, share: string): string {
  const budget = terminal(line.line, 80)
  if (CALENDAR_SCOPES.has(line.scope)) return `${budget}: ${shareUsed(share)}`
  return scopePrefix(line) + shareOf(share, budget)
}

function second(report: Report): string {
  const energy = wattHours(report)
  const mean = meanPower(report)
  // Watts before the PUE beside watt-hours after it do not multiply.
  const hasPue = mean !== null && (report.pue ?? 1) > 1
  const time = report.duration_s === null ? null : `in ${duration(report.duration_s)}`
  // Without a place there are no grams, and the range of the energy is all there is.
  const grams = gramsOf(report)
  const range = grams.value === null ? rangeOf(wattHoursOf(report), 'wh') : rangeOf(grams, 'g')
  const words = [
    energy && [energy, hasPue && 'with PUE', time].filter(Boolean).join(' '),
    mean,
    report.method,
    range && `likely ${range}`,
    changeOf(report, (branch) => terminal(branch, 40)),
  ]
  return INDENT + words.filter(Boolean).join(', ')
}

function third(report: Report): string {
  const { intensity, pue } = report
  const steps = portions(report, 'step')
  const phases = portions(report, 'estimate')
  const parts = ([steps, phases].find((each) => each.length > 0) ?? portions(report, 'process')).slice(0, 3)
  const grid = shownGrid(intensity)
  const machine = machineText(report)?.replaceAll('; ', ', ').replaceAll('×', 'x')
  const place = [machine, grid, pue && pue !== 1 ? `PUE ${Number(pue.toFixed(2))}` : null].filter(Boolean)
  const went = parts.map(({ name, share }) => `${terminal(name, 30)} ${percent(share)}`).join(', ')
  return INDENT + [terminal(place.join(', '), 160), went].filter(Boolean).join('; ')
}

/** `hardware 0.76 g (33 %), water 13 mL`: what the emissions include beside the electricity, and the water. */
function fourth({ emissions, water, minerals_kg_sb }: Report): string {
  const { embodied_g, total_g } = emissions
  const share = embodied_g !== null && total_g ? ` (${percent(embodied_g / total_g)})` : ''
  const litres = shownWater(water)
  const minerals = shownMinerals(minerals_kg_sb)
  const words = [
    embodied_g === null ? null : `hardware ${quantity(embodied_g, 'g', 2)}${share}`,
    litres && `water ${litres}`,
    minerals && `minerals ${minerals}`,
  ].filter(Boolean)
  return words.length === 0 ? '' : INDENT + words.join(', ')
}

/** Shortens the note that no line is judged. The lines above it already say why. */
function withShortReason(report: Report): Report {
  const text = `no budget line is judged here${report.verdict === 'none' ? ', so this run cannot fail' : ''}`
  return { ...report, notes: report.notes.map((each) => (hasCode(each, 'no-line-judged') ? { ...each, text } : each)) }
}

/** What an estimate counts and what it leaves out. A reader cannot see it from a measurement. */
function basisLines({ subject, basis, intensity }: Report): string[] {
  if (subject.kind !== 'estimate') return []
  const rows = {
    power: basis.power,
    PUE: basis.pue,
    grid:
      intensity &&
      [KINDS[intensity.kind], ...(intensity.kind === 'given' ? [] : [intensity.source, intensity.as_of])]
        .filter(Boolean)
        .join(', '),
    'not counted': basis.not_counted.join('; '),
  }
  return Object.entries(rows).flatMap(([name, text]) => (text ? [`${INDENT}${name}: ${terminal(text)}`] : []))
}

/** Why it failed or has no verdict, the other budget lines, a first budget, policy and warnings. */
function more(judged: Report, colors: Colors, enforcement: Enforcement): string[] {
  const report = withShortReason(judged)
  const policyNotes = [...decisions(report), ...answers(report)].map(({ level, text }) => {
    const word = level === 'warning' ? colors.yellow('warning:') : colors.cyan('note:')
    return `${word} ${terminal(text)}`
  })
  const excuse = excuseOf(report, enforcement)
  const found = warnings(report)
  const shown = found.slice(0, NOTES).map(({ level, text }) => {
    const word = level === 'error' ? colors.red(colors.bold('error:')) : colors.yellow(`${level}:`)
    return `${word} ${terminal(text)}`
  })
  if (found.length > NOTES) shown.push(`and ${found.length - NOTES} more notes in the report`)
  return [
    ...unitFigures(report, (text) => terminal(text, 80)).map(
      ({ figure, usage, counted }) =>
        `${INDENT}${[figure.replace('CO₂e', 'CO2e'), usage].filter(Boolean).join(', ')}${counted === null ? '' : `; ${counted}`}`,
    ),
    ...reasons(report).map((text) => INDENT + text),
    ...otherLines(report),
    ...(excuse === '' ? [] : [INDENT + excuse]),
    ...policyNotes,
    ...shown,
  ]
}

function reasons(report: Report): string[] {
  if (report.verdict === 'indeterminate') return missing(report, terminal)
  const reason = reasonOfExcess(report, terminal)
  if (reason !== null) return [reason]
  const suggested = report.budgets.length === 0 ? suggestedBudget(report) : null
  return suggested === null ? [] : [`a first budget: --budget "${suggested}" (about 1.5 times this run)`]
}

/** With several lines, each with its verdict; a single one that was judged is in the first line. */
function otherLines(report: Report): string[] {
  const [only, second] = report.budgets
  if (only && !second && only.verdict !== 'not-judged' && only.verdict !== 'none') return []
  return report.budgets.slice(0, 12).map(({ line, share, scope, verdict, reason }) => {
    const used = share === null || scope === 'growth' ? '' : ` ${percent(share)}`
    return `${INDENT}${terminal(line, 60)}:${used} ${LINE_WORDS[verdict]}${reason ? ` (${terminal(reason, REASON_LENGTH)})` : ''}`
  })
}
