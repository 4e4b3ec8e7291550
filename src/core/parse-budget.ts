import type { Budget, GrowthBudget, VariantBudget } from './budget.ts'
import { BudgetFault, EXAMPLE } from './budget-fault.ts'
import { oppositeFault, repairedLine } from './budget-repair.ts'
import { scopedBudget } from './budget-scope.ts'
import { ConfigurationError } from './errors.ts'
import { parseNumber } from './quantity.ts'
import { printable } from './text.ts'
import { unitHint } from './unit-hint.ts'
import { METRICS, type Metric, limitUnit } from './units.ts'

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

/** Longest line, characters: a branch's name has at most 255 bytes. */
const MAX_LENGTH = 400

/**
 * Reads one budget line: `LIMIT [per SCOPE]`, `+N % vs BRANCH`, `+N % vs BASE` or `-N % vs variant NAME`.
 * @throws ConfigurationError that names the line, what was read and one line that would work
 * @example parseBudget('40 mg per 1000 inferences').limit // 0.04, in g
 */
export function parseBudget(text: string): Budget {
  const line = text.trim().replace(/\s+/g, ' ')
  try {
    return readLine(line)
  } catch (error) {
    if (!(error instanceof BudgetFault)) throw error
    // A fault without an example says itself what to write, and one about a variant needs no other reason.
    const opposite = error.usual === null || error.usual === EXAMPLE.variant ? null : oppositeFault(line)
    throw opposite ? unreadable(line, opposite, opposite.usual) : unreadable(line, error, exampleFor(line, error))
  }
}

/** @throws BudgetFault */
function readLine(line: string): Budget {
  if (line.length > MAX_LENGTH)
    throw new BudgetFault(`it has ${line.length} characters, at most ${MAX_LENGTH} are read`, null)
  const variant = /^([+\-\u2212] ?)?([^\s%]*) ?% vs (?:variant(?: (.+))?|(BASE))$/.exec(line)
  if (variant) return variantBudget(line, variant)
  const growth = /^(\+ ?)?([^\s%]*) ?%(?: vs (\S+))?$/.exec(line)
  if (growth) return growthBudget(line, growth)
  const parts = /^([^\p{L}\s%]*(?:[eE][+-]?\d+)?) ?(.*?)(?: per (.+))?$/iu.exec(line)
  const [, number = '', unit = '', scope] = parts ?? []
  if (number === '' || !/^\p{L}/u.test(unit)) {
    throw new BudgetFault(missingPart(number, unit, scope), /%/.test(line) ? EXAMPLE.growth : EXAMPLE.job)
  }
  const { metric, factor } = checkedUnit(line, unit)
  const limit = checkedLimit(number, unit) * factor
  if (!(limit > 0)) throw new BudgetFault(`the limit ${number} ${unit} is too small`, EXAMPLE.job)
  // An infinite limit would never be reached, so it would only look like a budget.
  if (!Number.isFinite(limit)) throw new BudgetFault(`the limit ${number} ${unit} is too large`, EXAMPLE.job)
  return scopedBudget(line, metric, limit, scope)
}

function missingPart(number: string, unit: string, scope: string | undefined): string {
  if (number === '') return 'it does not begin with a number'
  if (unit === '') return `the limit ${JSON.stringify(number)} has no unit`
  return scope === undefined ? 'it is not LIMIT [per SCOPE]' : `the unit ${JSON.stringify(unit)} is unknown`
}

function growthBudget(line: string, [, plus, number = '', branch]: RegExpExecArray): GrowthBudget {
  if (plus === undefined && parseNumber(number) !== null && !number.startsWith('-')) {
    throw new BudgetFault('a growth line begins with `+`', `+${number} % vs ${branch ?? 'main'}`)
  }
  if (plus === undefined && /^[-\u2212]/.test(number)) {
    throw new BudgetFault('only a variant may be compared with `-`, and only by `compare`', EXAMPLE.variant)
  }
  if (branch === undefined) {
    throw new BudgetFault('a growth line names what it is compared with: `vs BRANCH`', EXAMPLE.growth)
  }
  return { kind: 'growth', line, limit: checkedLimit(number, '% vs main') / 100, branch }
}

function variantBudget(line: string, [, sign, number = '', name, base]: RegExpExecArray): VariantBudget {
  const isReduction = sign !== undefined && !sign.startsWith('+')
  if (sign === undefined) {
    throw new BudgetFault('a change begins with `+` (growth allowed) or `-` (reduction needed)', EXAMPLE.variant)
  }
  if (name === undefined && base === undefined) {
    throw new BudgetFault('the name of the variant is missing', EXAMPLE.variant)
  }
  const limit = checkedLimit(number, '% vs variant pytorch') / 100
  if (isReduction && limit >= 1) throw new BudgetFault('no work needs 100 % less energy', EXAMPLE.variant)
  return { kind: 'variant', line, limit: isReduction ? 1 - limit : 1 + limit, variant: name ?? null }
}

function checkedLimit(number: string, unit: string): number {
  const limit = /^[+-]/.test(number) ? null : parseNumber(number)
  if (limit !== null && limit > 0) return limit
  if (/^\d+,\d+$/.test(number)) {
    const grouped = /^\d{1,3},\d{3}$/.test(number)
    const readings = grouped ? [number.replace(',', ''), number.replace(',', '.')] : [number.replace(',', '.')]
    const sign = unit.startsWith('%') ? '+' : ''
    const fixed = readings.map((reading) => `\`${sign}${reading} ${unit}\``).join(' or ')
    throw new BudgetFault(`a comma is not a decimal point: write ${fixed}`, null)
  }
  throw new BudgetFault(
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
    const usual = /^[a-z]*(?:wh|j|w)\b/i.test(mass)
      ? EXAMPLE.energy
      : /%|percent/i.test(line)
        ? EXAMPLE.growth
        : EXAMPLE.job
    const meant = fixed === null ? [] : [line.replace(unit, () => ` ${fixed}`).replace(/\s+/g, ' ')]
    throw new BudgetFault(`the unit ${JSON.stringify(unit)} is unknown; ${text}`, usual, meant)
  }
}

/** The first line that can be read among those that may be meant, and among what they may mean in turn. */
function findMeant(line: string, fault: BudgetFault, depth: number = 2): string | null {
  for (const candidate of [...repairedLine(line), ...fault.meant]) {
    try {
      return readLine(candidate).line
    } catch (error) {
      if (!(error instanceof BudgetFault)) throw error
      const found = depth === 0 || candidate === line ? null : findMeant(candidate, error, depth - 1)
      if (found !== null) return found
    }
  }
  return null
}

/** A line that works, for an error; null if the reason says it. */
function exampleFor(line: string, fault: BudgetFault): string | null {
  return fault.usual === null ? null : (findMeant(line, fault) ?? fault.usual)
}

function unreadable(line: string, fault: BudgetFault, example: string | null): ConfigurationError {
  const why = printable(fault.message)
  const end = why.endsWith('?') || example === null ? '' : '.'
  return new ConfigurationError(
    // Invisible characters are written out: a zero-width space is why `5 g` cannot be read.
    `budget ${printable(JSON.stringify(line.slice(0, 120)))} cannot be read: ${why}${end}${example === null ? '' : ` A line that works: \`${printable(example)}\``}`,
  )
}
