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

/** What people write for a scope that has another name, so that it is not taken for a functional unit. */
const MEANT_SCOPES: Readonly<Record<string, string>> = {
  ...SHORT_SPANS,
  mr: 'pull-request',
  'merge-request': 'pull-request',
  pipeline: 'workflow',
  repo: 'month',
  repository: 'month',
  'ci-run': 'workflow',
  'all-job': 'workflow',
  all: 'workflow',
  everything: 'workflow',
  total: 'workflow',
  'job-run': 'job',
  'ci-job': 'job',
  org: 'month per organisation',
  organisation: 'month per organisation',
  organization: 'month per organisation',
}

/** Spans of time that no budget has, so that they are not taken for functional units. */
const UNSUPPORTED_SPANS =
  /^(?:s|sec|second|min|minute|h|hr|hour|night|nightly|sprint|fortnight|quarter|semester|y|yr|year|annum|decade|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|(?:septem|octo|novem|decem)ber)$/

/** A second scope or baseline. */
const TWO_SCOPES = / per | vs /i

/** Words before a name that say that one is meant; a count may come first. */
const DETERMINERS =
  /^(\S*\d\S* )?(?:(?:the|each|every|an?|any|single|whole|this|that|my|our|your|its|per|of) )+(?=[\p{L}\d])/iu

/** Words around a scope that add nothing to it. */
const FILLERS =
  /^(?:calendar|current|entire|complete|full|same|overall|average|mean|github) | (?:total|overall|combined|only|at most|max(?:imum)?|co[2\u2082](?:-?eq?)?)$/iu

/** Words that are not part of a unit's name. What a line with one of them limits is unclear. */
const UNCLEAR =
  /(?:^| )(?:(?:the|each|every|any|all|some|both|many|several|few|no|none|not|non|this|that|my|our|your|its|per|vs|couple|up to|and|or|if|only|except|without|at|about|around|approx(?:imately)?|roughly|than|less|least|more|most|everything|nothing)(?= |$)|(?:first|second|third|last|next|previous|other|another|same|half) |(?:total|overall|combined|max(?:imum)?|min(?:imum)?|average|mean)$)/iu

/**
 * A limit with the scope that follows `per`; no scope is the job's.
 * @throws BudgetFault
 */
export function scopedBudget(line: string, metric: Metric, limit: number, scope: string | undefined): Budget {
  if (scope === undefined) return { kind: 'absolute', line, metric, limit, scope: 'job' }
  const shared = /(.+) per (?:organi[sz]ation|org)$/i.exec(scope)?.[1]?.toLowerCase()
  if (shared !== undefined) {
    const span = SCOPES.find((each) => each === shared && CALENDAR_SCOPES.has(each))
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
  const name = nameOf(scope)
  const known = knownScope(name)
  if (known) return { kind: 'absolute', line, metric, limit, scope: known }
  const units = /^[+-]?[\d.]/.test(scope) ? countedUnits(line, scope) : singleUnit(line, scope, name)
  const one = units.name.replace(/s+$/, '')
  const span = Object.hasOwn(SHORT_SPANS, one) ? SHORT_SPANS[one] : one
  if (SCOPES.some((each) => each === span && CALENDAR_SCOPES.has(each))) {
    throw new BudgetFault(`a calendar scope has no count: write \`per ${span}\``, EXAMPLE.calendar)
  }
  if (UNSUPPORTED_SPANS.test(units.name)) {
    throw new BudgetFault(`a budget cannot be per ${units.name}: use per day, week or month`, EXAMPLE.calendar)
  }
  if (LIMIT_UNITS.some((unit) => unit.toLowerCase() === units.name)) {
    throw new BudgetFault(`a budget limits a total, not a ratio to ${units.name}`, EXAMPLE.scope)
  }
  const bare = bareOf(scope)
  if (bare !== scope) throw scopeFault(line, scope, bare)
  if (UNCLEAR.test(units.name) || magnitudeOf(units.name) !== null) throw unknownScope(scope)
  const scoped = knownScope(units.name.replaceAll(' ', '-'))
  if (scoped !== null) {
    const why = `a scope has no count: write \`per ${scoped}\`, or give the unit another name`
    throw new BudgetFault(why, EXAMPLE.unit, [`${line.slice(0, -scope.length)}${scoped}`])
  }
  return { kind: 'unit', line, metric, limit, count: units.count, unit: units.name }
}

/** A scope without the words that say that one is meant. */
function bareOf(scope: string): string {
  return scope.replace(DETERMINERS, (_all, count = '') => count)
}

/** A scope as the names of scopes are written. */
function nameOf(scope: string): string {
  return scope.toLowerCase().replace(/s$/, '').replaceAll(' ', '-')
}

function knownScope(name: string): Scope | null {
  return (
    SCOPES.find((each) => each === name) ?? (Object.hasOwn(SCOPE_ALIASES, name) ? SCOPE_ALIASES[name] : null) ?? null
  )
}

/** `1000 inferences`. @throws BudgetFault */
function countedUnits(line: string, scope: string): Units {
  const units = parseUnits(scope)
  if (units === null || TWO_SCOPES.test(scope)) {
    throw new BudgetFault(`the count ${JSON.stringify(scope)} is not a number above 0 and a name`, EXAMPLE.unit)
  }
  const [, word = '', name = ''] = /^\S+ (\S+) (.+)$/.exec(scope) ?? []
  const magnitude = magnitudeOf(word)
  if (magnitude === null) return units
  const digits = `${Number((units.count * magnitude).toPrecision(12))} ${name}`
  throw new BudgetFault(`the count ${JSON.stringify(scope)} needs digits`, EXAMPLE.unit, [line.replace(scope, digits)])
}

/** A unit without a count: `per test` is one test. @throws BudgetFault if it looks like a scope under another name */
function singleUnit(line: string, scope: string, name: string): Units {
  const [, number = ''] = /^(?:an? )?(\S+) /i.exec(scope) ?? []
  if (magnitudeOf(number) !== null) {
    throw new BudgetFault(`the count ${JSON.stringify(number)} needs digits`, EXAMPLE.unit)
  }
  const bare = bareOf(scope)
  if (/^\d/.test(bare)) throw scopeFault(line, scope, bare)
  const inner = nameOf(bare.replace(FILLERS, ''))
  const scoped = knownScope(inner) ?? (Object.hasOwn(MEANT_SCOPES, inner) ? MEANT_SCOPES[inner] : undefined)
  if (scoped !== undefined) throw scopeFault(line, scope, scoped)
  // A misspelt scope is corrected by the question; another name for it needs the line.
  const misspelt = closestScope(name)
  if (misspelt !== undefined) throw scopeFault(null, scope, misspelt)
  const hasTwo = TWO_SCOPES.test(scope)
  const words = new Set(bare.split(' ').map(nameOf))
  const span = hasTwo ? undefined : [...CALENDAR_SCOPES].find((each) => words.has(each))
  if (span !== undefined) {
    const why = `the scope ${JSON.stringify(scope)} is neither \`per ${span}\` nor a unit with a count, such as \`per 1 ${bare}\``
    throw new BudgetFault(why, EXAMPLE.calendar)
  }
  const units = hasTwo ? null : parseUnits(`1 ${bare}`)
  if (units !== null) return units
  throw unknownScope(scope)
}

function unknownScope(scope: string): BudgetFault {
  const why = `the scope ${JSON.stringify(scope)} is not one of ${SCOPES.join(', ')} and not the name of a unit`
  return new BudgetFault(why, EXAMPLE.scope)
}

/** @param line as it was written, to propose the one that was probably meant; null: propose none */
function scopeFault(line: string | null, scope: string, meant: string): BudgetFault {
  const why = `the scope ${JSON.stringify(scope)} is unknown: did you mean \`per ${meant}\`?`
  // The end of the line is the scope, which may occur in its unit as well.
  return new BudgetFault(why, EXAMPLE.scope, line === null ? [] : [`${line.slice(0, -scope.length)}${meant}`])
}

/** The scope that a word misspells in at most a third of its letters. */
function closestScope(name: string): string | undefined {
  const known = [...SCOPES, ...Object.keys(SCOPE_ALIASES)].filter((each) => each.length > 2)
  return nearest(name, known, 1)[0]
}
