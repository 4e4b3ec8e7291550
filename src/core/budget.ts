import { ConfigurationError } from './errors.ts'
import { nearest } from './nearest.ts'
import { parseNumber } from './quantity.ts'
import { printable } from './text.ts'
import { unitHint } from './unit-hint.ts'
import { METRICS, type Metric, limitUnit } from './units.ts'

/** Scopes a limit can have, as they are written after `per`; no scope means the job (or command, or log) itself. */
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
  /** `per month per organisation`: all repositories of a shared ledger count, not only this one. */
  readonly isOrganisation?: true
}

/** `40 mg per 1000 inferences`. */
interface UnitBudget extends Line {
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

/** `-20 % vs variant pytorch`, `+10 % vs BASE`: ENERGY of a variant against another one. Only `compare` judges it. */
export interface VariantBudget extends Line {
  readonly kind: 'variant'
  /** Largest allowed energy as a share of the reference's: 1.1 for `+10 %`, 0.8 for `-20 %` (a reduction that is needed). */
  readonly limit: number
  /** Name of the variant that the others are compared with; null: the first report (BASE). */
  readonly variant: string | null
}

/** Whether a line names no scope (`5 g`, not `5 g per job`): where a step gates a whole run, it means that run. */
export function isUnscoped(budget: Budget): boolean {
  return budget.kind === 'absolute' && !/ per /i.test(budget.line)
}

export type Budget = AbsoluteBudget | UnitBudget | GrowthBudget | VariantBudget

/** One line of each kind that works; an error shows the one that fits what was written. */
const EXAMPLE = {
  job: '5 g',
  scope: '20 g per workflow',
  calendar: '2 kg per month',
  organisation: '200 kg per month per organisation',
  energy: '0.8 Wh',
  unit: '40 mg per 1000 inferences',
  growth: '+10 % vs main',
  variant: '-20 % vs variant pytorch',
} as const

/** Other names of a scope. */
const SCOPE_ALIASES: Readonly<Record<string, Scope>> = {
  pr: 'pull-request',
  run: 'workflow',
  'workflow-run': 'workflow',
}

/** Spans of time that no budget has, so that they are not taken for functional units. */
const UNSUPPORTED_SPANS = /^(?:s|sec|second|min|minute|h|hr|hour|fortnight|quarter|y|yr|year|annum|decade)$/

/**
 * Reads budget lines, one a line; blank lines are skipped.
 * @throws ConfigurationError for the first line that cannot be read
 * @example parseBudgets('5 g\n+10 % vs main').length // 2
 */
export function parseBudgets(text: string): Budget[] {
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map(parseBudget)
}

/**
 * Reads one budget line: `LIMIT [per SCOPE]`, `+N % vs BRANCH`, `+N % vs BASE` or `-N % vs variant NAME`.
 * @throws ConfigurationError that names the line, what was read and one line that would work
 * @example parseBudget('40 mg per 1000 inferences').limit // 0.04, in g
 */
export function parseBudget(text: string): Budget {
  const line = text.trim().replace(/\s+/g, ' ')
  const variant = /^([+\-\u2212] ?)?([^\s%]*) ?% vs (?:variant(?: (.+))?|(BASE))$/.exec(line)
  if (variant) return variantBudget(line, variant)
  const growth = /^(\+ ?)?([^\s%]*) ?%(?: vs (\S+))?$/.exec(line)
  if (growth) return growthBudget(line, growth)
  const parts = /^([^\p{L}\s%]*(?:[eE][+-]?\d+)?) ?(.*?)(?: per (.+))?$/iu.exec(line)
  const [, number = '', unit = '', scope] = parts ?? []
  if (number === '' || !/^\p{L}/u.test(unit))
    throw unreadable(line, missingPart(number, unit, scope), /%/.test(line) ? EXAMPLE.growth : EXAMPLE.job)
  const { metric, factor } = checkedUnit(line, unit)
  const limit = checkedLimit(line, number, unit) * factor
  if (!(limit > 0)) throw unreadable(line, `the limit ${number} ${unit} is too small`, EXAMPLE.job)
  // An infinite limit would never be reached, so it would only look like a budget.
  if (!Number.isFinite(limit)) throw unreadable(line, `the limit ${number} ${unit} is too large`, EXAMPLE.job)
  return scopedBudget(line, metric, limit, scope)
}

function missingPart(number: string, unit: string, scope: string | undefined): string {
  if (number === '') return 'it does not begin with a number'
  if (unit === '') return `the limit ${JSON.stringify(number)} has no unit`
  return scope === undefined ? 'it is not LIMIT [per SCOPE]' : `the unit ${JSON.stringify(unit)} is unknown`
}

function scopedBudget(line: string, metric: Metric, limit: number, scope: string | undefined): Budget {
  if (scope === undefined) return { kind: 'absolute', line, metric, limit, scope: 'job' }
  const shared = /^(.+) per organi[sz]ation$/i.exec(scope)?.[1]?.toLowerCase()
  if (shared !== undefined) {
    const span = SCOPES.find((each) => each === shared)
    if (span !== undefined && CALENDAR_SCOPES.has(span)) {
      return { kind: 'absolute', line, metric, limit, scope: span, isOrganisation: true }
    }
    throw unreadable(line, 'only lines per day, week and month may be per organisation', EXAMPLE.organisation)
  }
  const name = scope.toLowerCase().replace(/s$/, '').replaceAll(' ', '-')
  const known =
    SCOPES.find((each) => each === name) ?? (Object.hasOwn(SCOPE_ALIASES, name) ? SCOPE_ALIASES[name] : null)
  if (known) return { kind: 'absolute', line, metric, limit, scope: known }
  const counted = /^[+-]?[\d.]/.test(scope)
  // `per test` is one test; a word close to a scope is more likely a typing error.
  const units = counted ? parseUnits(scope) : checkedName(line, scope, name)
  if (units === null) {
    const why = counted
      ? `the count ${JSON.stringify(scope)} is not a number above 0 and a name`
      : `the scope ${JSON.stringify(scope)} is not one of ${SCOPES.join(', ')} and not the name of a unit`
    const fixed = counted ? readableOr(line.replace(scope, withPlainCount(scope))) : null
    throw unreadable(line, why, fixed ?? (counted ? EXAMPLE.unit : EXAMPLE.scope))
  }
  if (CALENDAR_SCOPES.has(units.name)) {
    throw unreadable(line, `a calendar scope has no count: write \`per ${units.name}\``, EXAMPLE.calendar)
  }
  if (UNSUPPORTED_SPANS.test(units.name)) {
    throw unreadable(line, `a budget cannot be per ${units.name}: use per day, week or month`, EXAMPLE.calendar)
  }
  return { kind: 'unit', line, metric, limit, count: units.count, unit: units.name }
}

/** `1k tests` and `1,000 tests` with a count that can be read. */
function withPlainCount(scope: string): string {
  return scope
    .replace(/^\d{1,3}(?:[,_' ]\d{3})+(?!\d)/, (digits) => digits.replaceAll(/\D/g, ''))
    .replace(/^(\d+) ?k(?=\s)/i, '$1000')
}

/** A unit without a count: `per test`. @throws ConfigurationError if it looks like a misspelt scope */
function checkedName(line: string, scope: string, name: string): Units | null {
  const near = nearest(
    name,
    [...SCOPES, ...Object.keys(SCOPE_ALIASES)].filter((each) => each.length > 2),
    1,
  )[0]
  if (near !== undefined) {
    throw unreadable(
      line,
      `the scope ${JSON.stringify(scope)} is unknown: did you mean \`per ${near}\`?`,
      EXAMPLE.scope,
    )
  }
  return / per | vs /.test(scope) ? null : parseUnits(`1 ${scope}`)
}

function growthBudget(line: string, [, plus, number = '', branch]: RegExpExecArray): GrowthBudget {
  if (plus === undefined && parseNumber(number) !== null && !number.startsWith('-')) {
    const fixed = `+${number} % vs ${branch ?? 'main'}`
    throw unreadable(line, 'a growth line begins with `+`', fixed)
  }
  if (plus === undefined && /^[-\u2212]/.test(number)) {
    throw unreadable(line, 'only a variant may be compared with `-`, and only by `compare`', EXAMPLE.variant)
  }
  if (branch === undefined)
    throw unreadable(line, 'a growth line names what it is compared with: `vs BRANCH`', EXAMPLE.growth)
  return { kind: 'growth', line, limit: checkedLimit(line, number, '% vs main') / 100, branch }
}

function variantBudget(line: string, [, sign, number = '', name, base]: RegExpExecArray): VariantBudget {
  const isReduction = sign !== undefined && !sign.startsWith('+')
  if (sign === undefined) {
    throw unreadable(line, 'a change begins with `+` (growth allowed) or `-` (reduction needed)', EXAMPLE.variant)
  }
  if (name === undefined && base === undefined) {
    throw unreadable(line, 'the name of the variant is missing', EXAMPLE.variant)
  }
  const limit = checkedLimit(line, number, '% vs variant pytorch') / 100
  if (isReduction && limit >= 1) throw unreadable(line, 'no work needs 100 % less energy', EXAMPLE.variant)
  return { kind: 'variant', line, limit: isReduction ? 1 - limit : 1 + limit, variant: name ?? null }
}

function checkedLimit(line: string, number: string, unit: string): number {
  const limit = /^[+-]/.test(number) ? null : parseNumber(number)
  if (limit !== null && limit > 0) return limit
  if (/^\d+,\d+$/.test(number)) {
    const grouped = /^\d{1,3},\d{3}$/.test(number)
    const readings = grouped ? [number.replace(',', ''), number.replace(',', '.')] : [number.replace(',', '.')]
    const sign = unit.startsWith('%') ? '+' : ''
    const fixed = readings.map((reading) => `\`${sign}${reading} ${unit}\``).join(' or ')
    throw unreadable(line, `a comma is not a decimal point: write ${fixed}`, null)
  }
  throw unreadable(
    line,
    `the limit ${JSON.stringify(number)} is not a finite number above 0`,
    unit.startsWith('%') ? EXAMPLE.growth : EXAMPLE.job,
  )
}

/** What may follow a mass, as everything this tool prints does: `5 g CO2e`. */
const CO2_SUFFIX = / ?CO[2\u2082][- ]?(?:e|eq)?$/iu

function checkedUnit(line: string, unit: string): { metric: Metric; factor: number } {
  const mass = unit.replace(CO2_SUFFIX, '')
  if (mass !== unit && Object.hasOwn(METRICS.emissions.units, mass)) return limitUnit(mass)
  try {
    return limitUnit(unit)
  } catch {
    const { text, fixed } = unitHint(mass)
    const example = fixed === null ? null : readableOr(line.replace(unit, ` ${fixed}`).replace(/\s+/g, ' '))
    const usual = /wh|j\b|w$/i.test(mass) ? EXAMPLE.energy : /[%+]|percent/i.test(line) ? EXAMPLE.growth : EXAMPLE.job
    throw unreadable(line, `the unit ${JSON.stringify(unit)} is unknown; ${text}`, example ?? usual)
  }
}

/** A line as an example, if it can be read. */
function readableOr(line: string): string | null {
  try {
    return parseBudget(line).line
  } catch {
    return null
  }
}

function unreadable(line: string, why: string, example: string | null): ConfigurationError {
  const end = why.endsWith('?') || example === null ? '' : '.'
  return new ConfigurationError(
    // Invisible characters are written out: a zero-width space is why `5 g` cannot be read.
    `budget ${printable(JSON.stringify(line.slice(0, 120)))} cannot be read: ${printable(why)}${end}${example === null ? '' : ` A line that works: \`${example}\``}`,
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
 * @example parseUnits('1000 inferences') // {"name":"inference","count":1000}
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
