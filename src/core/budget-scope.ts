import { type Budget, CALENDAR_SCOPES, SCOPES, type Scope } from './budget.ts'
import { BudgetFault, EXAMPLE } from './budget-fault.ts'
import { type Units, parseUnits } from './functional-unit.ts'
import { nearest } from './nearest.ts'
import { LIMIT_UNITS, type Metric } from './units.ts'

/** Other names of a scope. */
const SCOPE_ALIASES: Readonly<Record<string, Scope>> = {
  pr: 'pull-request',
  run: 'workflow',
  'workflow-run': 'workflow',
}

/** What people write for a scope that has another name, so that it is not taken for a functional unit. */
const MEANT_SCOPES: Readonly<Record<string, string>> = {
  mr: 'pull-request',
  'merge-request': 'pull-request',
  pipeline: 'workflow',
  repo: 'month',
  repository: 'month',
  org: 'month per organisation',
  organisation: 'month per organisation',
  organization: 'month per organisation',
}

/** Spans of time that no budget has, so that they are not taken for functional units. */
const UNSUPPORTED_SPANS = /^(?:s|sec|second|min|minute|h|hr|hour|fortnight|quarter|y|yr|year|annum|decade)$/

/**
 * A limit with the scope that follows `per`; no scope is the job's.
 * @throws BudgetFault
 */
export function scopedBudget(line: string, metric: Metric, limit: number, scope: string | undefined): Budget {
  if (scope === undefined) return { kind: 'absolute', line, metric, limit, scope: 'job' }
  const shared = /^(.+) per (?:organi[sz]ation|org)$/i.exec(scope)?.[1]?.toLowerCase()
  if (shared !== undefined) {
    const span = SCOPES.find((each) => each === shared)
    if (span === undefined || !CALENDAR_SCOPES.has(span)) {
      throw new BudgetFault('only lines per day, week and month may be per organisation', EXAMPLE.organisation)
    }
    if (/org$/i.test(scope)) {
      throw new BudgetFault('an organisation is written out', EXAMPLE.organisation, [
        line.replace(/org$/i, 'organisation'),
      ])
    }
    return { kind: 'absolute', line, metric, limit, scope: span, isOrganisation: true }
  }
  const name = scope.toLowerCase().replace(/s$/, '').replaceAll(' ', '-')
  const known =
    SCOPES.find((each) => each === name) ?? (Object.hasOwn(SCOPE_ALIASES, name) ? SCOPE_ALIASES[name] : null)
  if (known) return { kind: 'absolute', line, metric, limit, scope: known }
  const units = /^[+-]?[\d.]/.test(scope) ? countedUnits(scope) : singleUnit(line, scope, name)
  if (CALENDAR_SCOPES.has(units.name)) {
    throw new BudgetFault(`a calendar scope has no count: write \`per ${units.name}\``, EXAMPLE.calendar)
  }
  if (UNSUPPORTED_SPANS.test(units.name)) {
    throw new BudgetFault(`a budget cannot be per ${units.name}: use per day, week or month`, EXAMPLE.calendar)
  }
  if (LIMIT_UNITS.some((unit) => unit.toLowerCase() === units.name)) {
    throw new BudgetFault(`a budget limits a total, not a ratio to ${units.name}`, EXAMPLE.scope)
  }
  return { kind: 'unit', line, metric, limit, count: units.count, unit: units.name }
}

/** `1000 inferences`. @throws BudgetFault */
function countedUnits(scope: string): Units {
  const units = parseUnits(scope)
  if (units !== null) return units
  throw new BudgetFault(`the count ${JSON.stringify(scope)} is not a number above 0 and a name`, EXAMPLE.unit)
}

/** A unit without a count: `per test` is one test. @throws BudgetFault if it looks like a scope under another name */
function singleUnit(line: string, scope: string, name: string): Units {
  const meant = Object.hasOwn(MEANT_SCOPES, name) ? MEANT_SCOPES[name] : closestScope(name)
  if (meant !== undefined) {
    throw new BudgetFault(
      `the scope ${JSON.stringify(scope)} is unknown: did you mean \`per ${meant}\`?`,
      EXAMPLE.scope,
      // A misspelt scope is corrected by the question; another name for it needs the line.
      Object.hasOwn(MEANT_SCOPES, name) ? [line.replace(scope, meant)] : [],
    )
  }
  const number = /^(?:an? )?(thousand|million|billion) /i.exec(scope)?.[1]
  if (number !== undefined) throw new BudgetFault(`the count ${JSON.stringify(number)} needs digits`, EXAMPLE.unit)
  const units = / per | vs /.test(scope) ? null : parseUnits(`1 ${scope}`)
  if (units !== null) return units
  const why = `the scope ${JSON.stringify(scope)} is not one of ${SCOPES.join(', ')} and not the name of a unit`
  throw new BudgetFault(why, EXAMPLE.scope)
}

/** The scope that a word misspells by one letter. */
function closestScope(name: string): string | undefined {
  const known = [...SCOPES, ...Object.keys(SCOPE_ALIASES)].filter((each) => each.length > 2)
  return nearest(name, known, 1)[0]
}
