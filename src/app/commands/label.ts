import path from 'node:path'
import { ConfigurationError } from '../../core/errors.ts'
import { parseBudget } from '../../core/parse-budget.ts'
import { parseNumber } from '../../core/quantity.ts'
import { printable } from '../../core/text.ts'
import { type Badge, badgeEndpoint, badgeOf, badgeSvg } from '../../render/badge.ts'
import { renderLabelSvg } from '../../render/label/budget-label.ts'
import { renderServiceLabelSvg } from '../../render/label/service-label.ts'
import { monthBadge } from '../../render/month-badge.ts'
import { EXIT } from '../exit-status.ts'
import { dayOf, monthRange } from '../../core/calendar.ts'
import { previousMonthToDate } from '../ledger/day-range.ts'
import { warnOfEmptyLedger } from '../ledger/empty-ledger.ts'
import { isStandardOutput, writeWhole } from '../named-file.ts'
import { assertTarget } from '../target-file.ts'
import { readReportFile } from './find-reports.ts'
import type { Host } from './host.ts'

/** Flags of `label`. */
export interface LabelFlags {
  readonly output?: string
  readonly svg?: string
  readonly png?: string
  readonly for?: string
  readonly runsPerMonth?: string
}

/** `label REPORT`: the carbon label as SVG, to a file or standard output, or as PNG to a file. */
export async function labelCommand(file: string, flags: LabelFlags, { console }: Host): Promise<number> {
  const { png } = flags
  const output = flags.output ?? flags.svg
  // Before anything is read: the name of the file is what a person gets wrong.
  if (png !== undefined) assertTarget(png, 'png')
  const svg = labelSvg(file, flags)
  if (png !== undefined) {
    const { renderPng } = await import('../png.ts')
    writeWhole(png, renderPng(svg, process.cwd()))
  }
  if (png === undefined || output !== undefined) put(svg, output, console)
  return EXIT.ok
}

/** @throws ConfigurationError */
function labelSvg(file: string, flags: LabelFlags): string {
  const kind = flags.for ?? 'run'
  if (kind !== 'run' && kind !== 'service') {
    throw new ConfigurationError(`--for is ${JSON.stringify(kind.slice(0, 40))}: \`run\` or \`service\` is needed`)
  }
  const runsPerMonth = flags.runsPerMonth === undefined ? undefined : readRuns(flags.runsPerMonth)
  if (kind === 'service' && runsPerMonth !== undefined) {
    throw new ConfigurationError('--runs-per-month is for the label of a run: leave it out with `--for service`')
  }
  const report = readReportFile(file)
  if (kind === 'service') return renderServiceLabelSvg(report)
  return renderLabelSvg(report, runsPerMonth === undefined ? {} : { runsPerMonth })
}

/** Most runs that a month can have: one every millisecond. */
const MOST_RUNS = 2.7e9

function readRuns(text: string): number {
  const runs = parseNumber(text)
  if (runs !== null && runs >= 1 && runs <= MOST_RUNS) return Math.round(runs)
  throw new ConfigurationError(
    `--runs-per-month is ${JSON.stringify(text.slice(0, 40))}: a number of at least 1 is needed, such as 400`,
  )
}

/** Files that `--output` does not write, and how they are made. */
const OTHER_FORMATS: Readonly<Record<string, string>> = {
  '.png': 'name it .svg, or use `label --png FILE`',
  '.json': 'name it .svg, or add --json to `badge`',
}

/** Flags of `badge`. */
export interface BadgeFlags {
  readonly output?: string
  readonly svg?: string
  readonly json?: true
  readonly label?: string
  readonly ledger?: string
  readonly budget?: string
}

/** `badge REPORT` or `badge --ledger WHERE`: the SVG badge, or with `--json` what a shields endpoint answers. */
export async function badgeCommand(file: string | undefined, flags: BadgeFlags, host: Host): Promise<number> {
  const badge = flags.ledger === undefined ? reportBadge(file, flags) : await ledgerBadge(file, flags, host)
  put(
    flags.json ? `${JSON.stringify(badgeEndpoint(badge))}\n` : badgeSvg(badge),
    flags.output ?? flags.svg,
    host.console,
  )
  return EXIT.ok
}

function reportBadge(file: string | undefined, { label, budget }: BadgeFlags): Badge {
  if (file === undefined) throw new ConfigurationError('badge needs a report, or `--ledger WHERE` for the month so far')
  if (budget !== undefined) {
    throw new ConfigurationError('--budget is for `badge --ledger`: a report has its own budgets')
  }
  return badgeOf(readReportFile(file), label)
}

/** The month so far, and the same days of the month before. */
async function ledgerBadge(file: string | undefined, flags: BadgeFlags, { env, console }: Host): Promise<Badge> {
  if (file !== undefined) throw new ConfigurationError('badge takes a report or `--ledger`, not both')
  const limitG = flags.budget === undefined ? null : monthlyLimit(flags.budget)
  const today = dayOf(Date.now())
  const month = today.slice(0, 7)
  // Git and its settings are loaded only for this.
  const { openLedger } = await import('../ledger/open-ledger.ts')
  const store = openLedger(flags.ledger, { env, cwd: process.cwd() })
  try {
    const now = await store.totals({ from: monthRange(month).from, to: today })
    const isEmpty = warnOfEmptyLedger(store.name, now, console)
    const before = await store.totals(previousMonthToDate(today))
    return monthBadge({ month, toDateG: isEmpty ? null : now.g, beforeG: before.g, limitG }, flags.label)
  } finally {
    await store.close()
  }
}

function monthlyLimit(text: string): number {
  const budget = parseBudget(text)
  if (budget.kind === 'absolute' && budget.scope === 'month' && budget.metric === 'emissions') return budget.limit
  throw new ConfigurationError(
    `--budget ${JSON.stringify(text.slice(0, 80))}: a badge of a month takes a mass per month, such as \`2 kg per month\``,
  )
}

function put(text: string, output: string | undefined, console: Host['console']): void {
  if (output === undefined || isStandardOutput(output)) return console.out(text)
  const isSvg = text.startsWith('<svg')
  const other = isSvg ? OTHER_FORMATS[path.extname(output).toLowerCase()] : undefined
  if (other !== undefined) {
    throw new ConfigurationError(`--output ${printable(output)} would contain SVG: ${other}`)
  }
  assertTarget(output, isSvg ? 'svg' : 'endpoint', 'output')
  writeWhole(output, text)
}
