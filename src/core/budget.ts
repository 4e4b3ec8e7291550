import { ConfigurationError } from './errors.ts'
import { parseNumber } from './quantity.ts'
import { printable } from './text.ts'
import { LIMIT_UNITS, type Metric, limitUnit } from './units.ts'

/** Scopes a limit can have, as they are written after `per`; no scope means the job (or command, or log) at hand. */
export const SCOPES = ['job', 'workflow', 'pull-request', 'day', 'week', 'month'] as const
export type Scope = (typeof SCOPES)[number]

/** Spans of the UTC calendar that only a history can judge. */
export const CALENDAR_SCOPES: ReadonlySet<string> = new Set(['day', 'week', 'month'])

interface Line {
  /** The line as it was written, white space tidied. */
  readonly line: string
}

/** `5 g`, `20 g per workflow`, `2 kg per month`, `0.8 Wh`. */
export interface AbsoluteBudget extends Line {
  readonly kind: 'absolute'
  readonly scope: Scope
  readonly metric: Metric
  /** In the metric's base unit: g, Wh or L; above 0. */
  readonly limit: number
}

/** `40 mg per 1000 inferences`. */
export interface UnitBudget extends Line {
  readonly kind: 'unit'
  readonly metric: Metric
  /** For `count` units, in the metric's base unit; above 0. */
  readonly limit: number
  readonly count: number
  /** Singular name of the functional unit. */
  readonly unit: string
}

/** `+10 % vs main`: growth of ENERGY over the median of the branch's last 10 runs. */
export interface GrowthBudget extends Line {
  readonly kind: 'growth'
  /** Allowed growth as a share: 0.1 is +10 %. */
  readonly limit: number
  readonly branch: string
}

/** Whether a line names no scope (`5 g`, not `5 g per job`): where a step gates a whole run, it means that run. */
export function isUnscoped(budget: Budget): boolean {
  return budget.kind === 'absolute' && !/ per /i.test(budget.line)
}

export type Budget = AbsoluteBudget | UnitBudget | GrowthBudget

const EXAMPLES = '`5 g`, `20 g per workflow`, `2 kg per month`, `0.8 Wh`, `40 mg per 1000 inferences`, `+10 % vs main`'

/**
 * Reads budget lines, one a line; blank lines are skipped.
 * @throws ConfigurationError for the first line that cannot be read
 */
export function parseBudgets(text: string): Budget[] {
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map(parseBudget)
}

/**
 * Reads one budget line: `LIMIT [per SCOPE]` or `+N % vs BRANCH`.
 * @throws ConfigurationError that names the line, what was read and lines that would work
 */
export function parseBudget(text: string): Budget {
  const line = text.trim().replace(/\s+/g, ' ')
  const growth = /^\+ ?([^\s%]*) ?%(?: vs (\S+))?$/.exec(line)
  if (growth) return growthBudget(line, growth[1] ?? '', growth[2])
  const absolute = /^([^\p{L}\s%]*(?:[eE][+-]?\d+)?) ?([\p{L}%][\p{L}\p{N}%]*)(?: per (.+))?$/u.exec(line)
  if (!absolute) throw unreadable(line, 'it is not LIMIT [per SCOPE]')
  const [, number = '', unit = '', scope] = absolute
  const { metric, factor } = checkedUnit(line, unit)
  const limit = checkedLimit(line, number) * factor
  if (!(limit > 0)) throw unreadable(line, `the limit ${number} ${unit} is too small`)
  // A figure that overflows is a limit that nothing ever reaches: a budget that only looks like one.
  if (!Number.isFinite(limit)) throw unreadable(line, `the limit ${number} ${unit} is too large`)
  return scoped(line, metric, limit, scope)
}

function scoped(line: string, metric: Metric, limit: number, scope: string | undefined): Budget {
  if (scope === undefined) return { kind: 'absolute', line, metric, limit, scope: 'job' }
  const name = scope.toLowerCase().replace(/s$/, '').replace(' ', '-')
  const known = SCOPES.find((each) => each === name)
  if (known) return { kind: 'absolute', line, metric, limit, scope: known }
  const units = parseUnits(scope)
  if (units && CALENDAR_SCOPES.has(units.name)) {
    throw unreadable(line, `a calendar scope has no count: it is \`per ${units.name}\``)
  }
  if (units) return { kind: 'unit', line, metric, limit, count: units.count, unit: units.name }
  throw unreadable(
    line,
    `the scope ${JSON.stringify(scope)} is none of ${SCOPES.join(', ')}, nor a count such as 1000 inferences`,
  )
}

function growthBudget(line: string, number: string, branch: string | undefined): GrowthBudget {
  if (branch === undefined) throw unreadable(line, 'a growth line says what it is compared with: `vs BRANCH`')
  return { kind: 'growth', line, limit: checkedLimit(line, number) / 100, branch }
}

function checkedLimit(line: string, number: string): number {
  const limit = /^[+-]/.test(number) ? null : parseNumber(number)
  if (limit === null || limit <= 0) {
    throw unreadable(line, `the limit ${JSON.stringify(number)} is not a finite number above 0`)
  }
  return limit
}

function checkedUnit(line: string, unit: string): { metric: Metric; factor: number } {
  try {
    return limitUnit(unit)
  } catch {
    const near = LIMIT_UNITS.find((known) => known.toLowerCase() === unit.toLowerCase())
    const hint = near ? `did you mean ${near}?` : `known units are ${LIMIT_UNITS.join(', ')}`
    throw unreadable(line, `the unit ${JSON.stringify(unit)} is unknown; ${hint}`)
  }
}

function unreadable(line: string, why: string): ConfigurationError {
  const end = why.endsWith('?') ? '' : '.'
  return new ConfigurationError(
    // What cannot be seen is written out: a zero-width space is why `5 g` is none.
    `budget ${printable(JSON.stringify(line.slice(0, 120)))} cannot be read: ${printable(why)}${end} Lines that work: ${EXAMPLES}`,
  )
}

/** A count of a functional unit: what the work produced. */
export interface Units {
  /** Singular. */
  readonly name: string
  /** Above 0. */
  readonly count: number
}

/**
 * Reads `1000 inferences`, `37 tests`, `1e6 tokens`, `1 inference`.
 * @returns null when the text is not a count and a name
 */
export function parseUnits(text: string): Units | null {
  const match = /^(\S+) ([\p{L}][\p{L}\p{N} _-]{0,39})$/u.exec(text.trim().replace(/\s+/g, ' '))
  const count = match && parseNumber(match[1] ?? '')
  if (!match || count === null || count === undefined || count <= 0) return null
  return { name: singular(match[2] ?? ''), count }
}

/** Singular of an English unit name, so that `1 inference` and `1000 inferences` are one unit. */
export function singular(name: string): string {
  const lower = name.toLowerCase()
  if (/(?:ch|sh|ss|x|z)es$/.test(lower)) return lower.slice(0, -2)
  if (/[^aeiou]ies$/.test(lower)) return `${lower.slice(0, -3)}y`
  if (/[^s]s$/.test(lower) && !/(?:us|is)$/.test(lower)) return lower.slice(0, -1)
  return lower
}
