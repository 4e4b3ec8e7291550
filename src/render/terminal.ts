import { isPolicyNote } from '../core/notes.ts'
import type { Label } from '../core/label.ts'
import type { Report } from '../core/report.ts'
import { workflowSafe } from '../core/workflow-safe.ts'
import { terminal } from './escape.ts'
import { answers, causes, excesses, missing, warnings } from './findings.ts'
import { changeOf, headlineOf, wattHours } from './headline.ts'
import { portions } from './parts.ts'
import { duration, percent, perKwh, plain, quantity, rangeOf, shareOf } from './quantities.ts'
import { suggestedBudget } from './suggested-budget.ts'
import { meanWatts, processorName, shownWater } from './methodology.ts'

/** The three lines begin in one column. */
const INDENT = ' '.repeat(8)
/** Notes printed; the report has all. */
const NOTES = 8

export interface TerminalOptions {
  /** Whether colours may be used. */
  readonly color: boolean
}

/** Black or white letter on the eight colours that every terminal has. The letter itself carries the meaning. */
const LETTER_CODES: Readonly<Record<Label, string>> = {
  A: '1;30;42',
  B: '1;30;42',
  C: '1;30;43',
  D: '1;30;43',
  E: '1;30;43',
  F: '1;37;41',
  G: '1;37;41',
}

/**
 * Lines for people, then what they must know: `carbon  A  0.41 g CO2e  8 % of 5 g  pass`; energy, time, method and
 * range; where it ran and where it went; hardware and water where they are known. Each ends with a line feed, and none can give the runner an order.
 */
export function renderTerminal(report: Report, { color }: TerminalOptions): string {
  const paint = (text: string, code: string): string => (color ? `\u001B[${code}m${text}\u001B[0m` : text)
  const lines = [first(report, paint), second(report), third(report), fourth(report)].filter(
    (line) => line.trim() !== '',
  )
  return `${[...lines, ...more(report, paint)].map((line) => workflowSafe(plain(line))).join('\n')}\n`
}

type Paint = (text: string, code: string) => string

function first(report: Report, paint: Paint): string {
  const { letter, amount, isEmissions, line, share, verdict } = headlineOf(report)
  const trusted = report.verdict !== 'indeterminate'
  const badge = letter === null ? (trusted ? '-' : '?') : letter
  const code = { pass: '32', fail: '1;31', indeterminate: '1;33', none: '0' }[report.verdict]
  // The letter is in the same column with and without colour.
  const letterCell = letter === null ? ` ${badge} ` : paint(` ${badge} `, LETTER_CODES[letter])
  const words = [
    amount === null ? 'no figure' : isEmissions ? `${amount} CO2e` : amount,
    trusted && line && share ? shareOf(share, terminal(line.line, 80)) : '',
    paint(verdict, code),
  ]
  return `carbon ${letterCell} ${words.filter(Boolean).join('  ')}`
}

function second(report: Report): string {
  const watts = report.subject.kind === 'workflow' ? null : meanWatts(report)
  const { low_g, high_g } = report.emissions
  const energy = wattHours(report)
  const words = [
    energy && (report.duration_s === null ? energy : `${energy} in ${duration(report.duration_s)}`),
    watts === null ? null : `${quantity(watts, 'w', 2)} mean`,
    report.method,
    low_g === high_g ? null : rangeOf(low_g, high_g, 'g')?.replace(/^/, 'likely '),
    changeOf(report, (branch) => terminal(branch, 40)),
  ]
  return INDENT + words.filter(Boolean).join(', ')
}

function third(report: Report): string {
  const { intensity, pue } = report
  const steps = portions(report, 'step')
  const phases = portions(report, 'estimate')
  const parts = ([steps, phases].find((each) => each.length > 0) ?? portions(report, 'process')).slice(0, 3)
  const grid = intensity && [perKwh(intensity.g_per_kwh), intensity.zone].filter(Boolean).join(' ')
  const place = [...machineWords(report), grid, pue && pue !== 1 ? `PUE ${Number(pue.toFixed(2))}` : null].filter(
    Boolean,
  )
  const went = parts.map(({ name, share }) => `${terminal(name, 30)} ${percent(share)}`).join(', ')
  return INDENT + [terminal(place.join(', '), 160), went].filter(Boolean).join('; ')
}

/** `hardware 0.76 g (33 %), water 13 mL`: what the emissions include beside the electricity, and the water. */
function fourth({ emissions, water }: Report): string {
  const { embodied_g, total_g } = emissions
  const share = embodied_g !== null && total_g ? ` (${percent(embodied_g / total_g)})` : ''
  const litres = shownWater(water)
  const words = [
    embodied_g === null ? null : `hardware ${quantity(embodied_g, 'g', 2)}${share}`,
    litres && `water ${litres}`,
  ].filter(Boolean)
  return words.length === 0 ? '' : INDENT + words.join(', ')
}

/** `AMD EPYC 7763 x 4`, `2 GPUs`, `azure eastus`. */
function machineWords({ machine }: Report): string[] {
  if (!machine) return []
  const { cpu, vcpus, gpus, provider, region } = machine
  return [
    cpu ? [processorName(cpu), vcpus && `x ${vcpus}`].filter(Boolean).join(' ') : vcpus ? `${vcpus} vCPUs` : '',
    gpus.length > 1 ? `${gpus[0]?.name} x ${gpus.length}` : (gpus[0]?.name ?? ''),
    [provider, region].filter(Boolean).join(' '),
  ].filter(Boolean)
}

/** Why it failed or has no verdict, the other budget lines, a first budget, policy and warnings. */
function more(report: Report, paint: Paint): string[] {
  const say = (word: string, text: string, code: string): string => `${paint(`${word}:`, code)} ${text}`
  const shownNotes = [...report.notes.filter(isPolicyNote), ...answers(report)]
  const policyNotes = shownNotes.map(({ text }) => say('note', terminal(text), '36'))
  const found = warnings(report)
  const shown = found
    .slice(0, NOTES)
    .map(({ level, text }) => say(level, terminal(text), level === 'error' ? '1;31' : '33'))
  if (found.length > NOTES) shown.push(`and ${found.length - NOTES} more notes in the report`)
  return [...reasons(report).map((text) => INDENT + text), ...otherLines(report), ...policyNotes, ...shown]
}

function reasons(report: Report): string[] {
  if (report.verdict === 'indeterminate') return missing(report, terminal)
  const over = excesses(report, terminal)
  if (over.length > 0) {
    const largest = causes(report, terminal)
    return [`${over.join('. ')}${largest.length > 0 ? `; largest: ${largest.join(', ')}` : ''}`]
  }
  const suggested = report.budgets.length === 0 ? suggestedBudget(report) : null
  return suggested === null ? [] : [`a first budget: --budget "${suggested}" (1.5 times this run)`]
}

/** With several lines, each with its verdict; a single one that was judged is in the first line. */
function otherLines(report: Report): string[] {
  const [only, second] = report.budgets
  if (only && !second && only.verdict !== 'not-judged' && only.verdict !== 'none') return []
  return report.budgets.slice(0, 12).map(({ line, share, scope, verdict, reason }) => {
    const used = share === null || scope === 'growth' ? '' : ` ${percent(share)}`
    return `${INDENT}${terminal(line, 60)}:${used} ${verdict}${reason ? ` (${terminal(reason, 120)})` : ''}`
  })
}
