import { type Budget, CALENDAR_SCOPES, SCOPES, type Scope } from './budget.ts'
import { BudgetFault, EXAMPLE } from './budget-fault.ts'
import { type Units, parseUnits } from './functional-unit.ts'
import { magnitudeOf } from './magnitude.ts'
import { nearest } from './nearest.ts'
import { LIMIT_UNITS, type Metric } from './units.ts'

/** Other names of a scope. */
const SCOPE_ALIASES: Readonly<Record<string, Scope>> = {
  pr: 'pull-request',
  run: 'workflow',
  'workflow-run': 'workflow',
}

/** Short forms of calendar scopes, so that they are not taken for functional units. */
const SHORT_SPANS: Readonly<Record<string, string>> = {
  d: 'day',
  daily: 'day',
  wk: 'week',
  weekly: 'week',
  mo: 'month',
  mth: 'month',
  monthly: 'month',
}

/** Other words for a scope, so that they are not taken for functional units. */
const MEANT_SCOPES: Readonly<Record<string, string>> = {
  ...SHORT_SPANS,
  mr: 'pull-request',
  'merge-request': 'pull-request',
  pipeline: 'workflow',
  'ci-run': 'workflow',
  'all-job': 'workflow',
  'job-run': 'job',
  'ci-job': 'job',
}

/** Spans of time that no budget has, so that they are not taken for functional units. */
const UNSUPPORTED_SPANS =
  /^(?:(?:milli)?s|(?:milli|micro)?sec(?:ond)?|min|minute|h|hr|hour|hourly|night|nightly|midnight|sprint|(?:work|week|holi|birth|to)day|weekend|fortnight|fortnightly|quarter|quarterly|q[1-4]|h[12]|season|semester|trimester|term|y|yr|year|yearly|annum|annual|annually|decade|century|bi-?(?:week|month|annual|year)(?:ly)?|semi-?(?:month|annual|year)(?:ly)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|(?:septem|octo|novem|decem)ber)$/

/** Words of another span of the calendar: `half-year`, `10 working days`. */
const OTHER_SPAN =
  /^(?:(?:half|working|work|business|rolling|fiscal|financial|academic|school|leap|past|last|next|previous|other|second|mid|calendar|full|whole)[ -])+/

/** A second scope or baseline. */
const TWO_SCOPES = / per | vs /i

/** Articles and similar words before a name, as in `per each job`. */
const DETERMINERS = /^(?:(?:the|each|every|an?|any|single|this|that|my|our|your|its|per) )+(?=[\p{L}\d])/iu

/** Words that add nothing to a scope, and may mean something before the name of a unit: `full build`. */
const FILLERS = /^(?:(?:calendar|current|entire|complete|full|whole|github)[ -])+/i

/** Words that are not part of a unit's name. A line with one of them could be read in two ways. */
const UNCLEAR =
  /(?:^| )(?:the|each|every|any|all|some|both|many|several|few|no|none|not|non|this|that|my|our|your|its|per|vs|couple|half|other|another|up to|and|or|if|only|except|without|at|about|around|approx(?:imately)?|roughly|than|less|least|more|most|everything|nothing)(?= |$)|(?:^| )(?:total|overall|combined|max(?:imum)?|min(?:imum)?|average|mean|co[2\u2082]\S*)$|^(?:of|in|on|for|k|m) |^(?:ci|repo|repository|org|organi[sz]ation)$/iu

/** Words for one of several, which a scope cannot have: `per last run`. */
const ONE_OF_SEVERAL = /(?:^| )(?:first|second|third|last|next|previous|same|average|mean) (\S+)$/

/** A number behind a scope, or a part of what happens in it: `per job 10 kWh`, `per run on main`. */
const PART_OF_SCOPE =
  /^(\p{L}+?)s?(?:[ _-]?\d.*| (?:of|in|on|for|with|during|from|by|when|while|after|before|until|under|below|over|above|across) .*)$/iu

/** A second limit within a name. */
const SECOND_LIMIT = new RegExp(String.raw`(?:^| )\d[\p{L}\d]* ?(?:${LIMIT_UNITS.join('|')})(?= |$)`, 'iu')

/**
 * A limit with the scope that follows `per`; no scope is the job's.
 * @throws BudgetFault
 */
export function scopedBudget(line: string, metric: Metric, limit: number, scope: string | undefined): Budget {
  if (scope === undefined) return { kind: 'absolute', line, metric, limit, scope: 'job' }
  const shared = /(.+) per (?:organi[sz]ation|org)$/i.exec(scope)?.[1]?.toLowerCase()
  if (shared !== undefined) {
    const span = SCOPES.find((known) => known === shared && CALENDAR_SCOPES.has(known))
    if (span === undefined) {
      throw new BudgetFault('only lines per day, week and month may be per organisation', EXAMPLE.organisation)
    }
    if (/org$/i.test(scope)) {
      throw new BudgetFault('an organisation is written out', EXAMPLE.organisation, [
        line.replace(/org$/i, 'organisation'),
      ])
    }
    return { kind: 'absolute', line, metric, limit, scope: span, isOrganisation: true }
  }
  const known = knownScope(scope)
  if (known) return { kind: 'absolute', line, metric, limit, scope: known }
  refuseOtherSpelling(line, scope)
  const units = unitsOf(scope)
  refuseOtherUnit(units.name, scope)
  return { kind: 'unit', line, metric, limit, count: units.count, unit: units.name }
}

/** A scope as the names of scopes are written. */
function nameOf(scope: string): string {
  return scope.toLowerCase().replace(/s$/, '').replaceAll(' ', '-')
}

function knownScope(scope: string): Scope | null {
  const name = nameOf(scope)
  return (
    SCOPES.find((known) => known === name) ?? (Object.hasOwn(SCOPE_ALIASES, name) ? SCOPE_ALIASES[name] : null) ?? null
  )
}

/** Whether a name is that of a scope, also in the plural and in words of other tools. */
function isScope(name: string): boolean {
  return knownScope(name) !== null || Object.hasOwn(MEANT_SCOPES, nameOf(name))
}

/** @throws BudgetFault with a line that means the same, if the scope is a known one in other words, or its count not in digits */
function refuseOtherSpelling(line: string, scope: string): void {
  const bare = scope.replace(DETERMINERS, '')
  const one = bare.replace(/^(?:1|one) /i, '').replace(FILLERS, '')
  const name = nameOf(one)
  const scoped = knownScope(one) ?? (Object.hasOwn(MEANT_SCOPES, name) ? MEANT_SCOPES[name] : undefined)
  if (scoped !== undefined) throw scopeFault(line, scope, scoped)
  const counted = inDigits(bare)
  if (counted !== bare) {
    throw new BudgetFault(`the count ${JSON.stringify(scope)} needs digits`, EXAMPLE.unit, [
      `${line.slice(0, -scope.length)}${counted}`,
    ])
  }
  if (bare !== scope) {
    refuseOtherUnit(unitsOf(bare).name, bare)
    throw scopeFault(line, scope, bare)
  }
  // The question corrects a misspelt scope; the line may have been meant for a unit.
  const misspelt = closestScope(name)
  if (misspelt !== undefined && !/\d/.test(scope)) throw scopeFault(null, scope, misspelt)
}

/** A count and a name with the count in digits: `10 thousand tests`, `1k tokens`, `1,000 tests`, `one test`. */
function inDigits(scope: string): string {
  const grouped = scope.replace(/^\d{1,3}(?:[,' _]\d{3})+(?= )/, (digits) => digits.replaceAll(/\D/g, ''))
  const [, number, word = '', name = ''] = /^(?:([\d.]+) ?)?(\p{L}+) (\p{L}.*)$/u.exec(grouped) ?? []
  const magnitude = number === undefined && word.length === 1 ? null : magnitudeOf(word)
  return magnitude === null ? grouped : `${Number((Number(number ?? 1) * magnitude).toPrecision(12))} ${name}`
}

/** `1000 inferences`; `test` is one test. @throws BudgetFault */
function unitsOf(scope: string): Units {
  const isCounted = /^[+-]?[\d.]/.test(scope)
  const units = TWO_SCOPES.test(scope) ? null : parseUnits(isCounted ? scope : `1 ${scope}`)
  if (units !== null && (isCounted || !hasCalendarWord(scope))) return units
  if (isCounted) {
    throw new BudgetFault(`the count ${JSON.stringify(scope)} is not a number above 0 and a name`, EXAMPLE.unit)
  }
  if (units === null) throw unknownScope(scope)
  refuseOtherUnit(units.name, scope)
  const why = `the scope ${JSON.stringify(scope)} is neither per day, week or month nor a unit with a count, such as \`per 1 ${scope}\``
  throw new BudgetFault(why, EXAMPLE.calendar)
}

function hasCalendarWord(scope: string): boolean {
  const words = scope.split(' ')
  return [...words, ...(words.at(-1) ?? '').split('-')].some((word) => CALENDAR_SCOPES.has(nameOf(word)))
}

/** @throws BudgetFault if a name that follows a count, or stands alone, is not that of a unit */
function refuseOtherUnit(name: string, scope: string): void {
  const one = name.replace(/s+$/, '')
  const span = Object.hasOwn(SHORT_SPANS, one) ? SHORT_SPANS[one] : one
  if (span !== undefined && CALENDAR_SCOPES.has(span)) throw calendarCount(span)
  const rest = name.replace(OTHER_SPAN, '')
  const [first = ''] = rest.split(' ')
  if (UNSUPPORTED_SPANS.test(rest) || CALENDAR_SCOPES.has(nameOf(first))) {
    throw new BudgetFault(`a budget cannot be per ${name}: use per day, week or month`, EXAMPLE.calendar)
  }
  if (LIMIT_UNITS.some((unit) => unit.toLowerCase() === name)) {
    throw new BudgetFault(`a budget limits a total, not a ratio to ${scope}`, EXAMPLE.scope)
  }
  if (isScope(name)) {
    throw new BudgetFault('a scope has no count: leave it out, or give the unit another name', EXAMPLE.unit)
  }
  const whole = [PART_OF_SCOPE, ONE_OF_SEVERAL].map((pattern) => pattern.exec(name)?.[1] ?? '')
  const isUnclear = UNCLEAR.test(name) || SECOND_LIMIT.test(name) || magnitudeOf(name) !== null
  if (isUnclear || whole.some(isScope)) throw unknownScope(scope)
}

function calendarCount(span: string): BudgetFault {
  return new BudgetFault(`a calendar scope has no count: write \`per ${span}\``, EXAMPLE.calendar)
}

function unknownScope(scope: string): BudgetFault {
  const why = `the scope ${JSON.stringify(scope)} is not one of ${SCOPES.join(', ')} and not the name of a unit`
  return new BudgetFault(why, EXAMPLE.scope)
}

/** @param line as it was written, so that the error can propose a corrected one; null: propose none */
function scopeFault(line: string | null, scope: string, meant: string): BudgetFault {
  const unit = line === null ? ` For a unit of that name write \`per 1 ${scope}\`` : ''
  const why = `the scope ${JSON.stringify(scope)} is unknown: did you mean \`per ${meant}\`?${unit}`
  // The end of the line is the scope, which may occur in its unit as well.
  return new BudgetFault(why, EXAMPLE.scope, line === null ? [] : [`${line.slice(0, -scope.length)}${meant}`])
}

/** Scope that a word misspells: by one letter, or by two if the scope has five letters or more. */
function closestScope(name: string): string | undefined {
  const known = [...SCOPES, ...Object.keys(SCOPE_ALIASES)]
  const among = (length: number, edits: number): string | undefined =>
    nearest(
      name,
      known.filter((scope) => scope.length >= length),
      1,
      edits,
    )[0]
  return among(5, 2) ?? among(3, 1)
}
