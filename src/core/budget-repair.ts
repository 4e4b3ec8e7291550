import { BudgetFault, EXAMPLE } from './budget-fault.ts'
import { magnitudeOf } from './magnitude.ts'

/** Units that no limit is written in, each as another one: factor and unit. Those that differ by case only are not among them. */
const CONVERTED: Readonly<Record<string, readonly [number, string]>> = {
  ug: [1e-3, 'mg'],
  '\u03bcg': [1e-3, 'mg'],
  GWh: [1e3, 'MWh'],
  GJ: [1e3, 'MJ'],
  cl: [10, 'mL'],
  dl: [100, 'mL'],
  m3: [1e3, 'L'],
}

/** Rewrites, in their order. Each one turns a usual way to write a budget into ours. */
const REWRITES: readonly (readonly [RegExp, string | ((...match: string[]) => string)])[] = [
  // `max 5 g`, `<= 5 g`, `budget: 5 g`, quotes; then what follows the line.
  [/^[^\p{N}+.-]+/u, ''],
  [/(\d) ?(?:percent|pct)\b/i, '$1 %'],
  [/^[+-](?=[^%]*$)/, ''],
  [/[\s"'`;.,!]+$/, ''],
  [/ (?:#.*|max(?:imum)?|at most)$/i, ''],
  // `1,500.5`, `1.500,5`, `1 500`, `1'500`, `1_500`.
  [/^\d{1,3}(?:,\d{3})+(?=\.\d)/, (digits) => digits.replaceAll(',', '')],
  [/^(\d{1,3}(?:\.\d{3})+),(\d+)/, (_all, whole, rest) => `${whole.replaceAll('.', '')}.${rest}`],
  [/^\d{1,3}(?:[ '_]\d{3})+(?!\d)/, (digits) => digits.replaceAll(/\D/g, '')],
  // `g of CO2`, `g (CO2e)`, `g CO2 equivalent`.
  [/ ?(?:of )?\(?(CO2)[- ]?(?:e|eq|equivalents?)?\)?(?=[ /]|$)/i, ' CO2e'],
  [/ (?:vs\.|versus|over|against|compared (?:to|with)|more than) /i, ' vs '],
  [/ (?:per )?(month|week|dai)ly$/i, (_all, span) => ` per ${span.toLowerCase().replace('dai', 'day')}`],
  [/ ?\/ ?(?=\p{L}|\d)/u, ' per '],
  [/ (?:for|pr|in|across) (?=\p{L})/iu, ' per '],
  [/ per (?:an? )?(\p{L}{2,}) (?=\p{L})/iu, (all, word) => ` per ${magnitudeOf(word) ?? all.trim().slice(4)} `],
  [/ per (\d+) ?k (?=\p{L})/iu, ' per $1000 '],
  [/ per (\d+) ?M (?=\p{L})/u, ' per $1000000 '],
  [/ per (\d{1,3}(?:[,_' ]\d{3})+)(?!\d)/, (_all, digits) => ` per ${digits.replaceAll(/\D/g, '')}`],
]

/** Words and signs of a lower limit. */
const LOWER_LIMIT =
  /^\W*(?:must be |should be )?(?:at least|(?:no|not) (?:less|fewer|under|below)|min(?:imum)?\b|(?:more|greater|larger|higher|bigger) than|above|over|beyond|exceed|lower (?:limit|bound)|floor|mindestens)|^[^\p{L}\p{N}]*[>\u2265\u2a7e]|\b(?:at least|(?:or|and) (?:more|higher|greater|larger|above|over|up)|min(?:imum)?|upwards?)$/iu

/** Words of a limit that asks for less than the baseline, and signs where a percent sign does not follow. `5 g or less` is a budget. */
const REDUCTION =
  /\d.*(?<!\bor )\b(?:(?:less|lower|fewer|smaller) than|below)\b|^\W*[-\u2212] ?[\d.,]+ ?(?:percent|pct)|^\W*\u2013 ?[\d.,]+ ?(?:%|percent|pct)/iu
const PERCENT_REDUCTION =
  /\d.*(?<!\bor )\b(?:less|lower|fewer|smaller|under|reduction|decrease|cut|savings?)\b|\b(?:minus|reduc|decreas|cut|sav)\w*/iu

/**
 * Why a line asks for the opposite of a budget. The nearest line that can be read would then mean the opposite of what was written.
 * @returns null if it does not
 * @example oppositeFault('at least 5 g')?.message // 'a budget is an upper limit, and this is a lower one'
 */
export function oppositeFault(line: string): BudgetFault | null {
  // What follows `vs` is a name, whatever its words are.
  const [limit = ''] = line.split(/ (?:vs\.?|versus) /i)
  if (REDUCTION.test(limit) || (/%|percent|pct/i.test(limit) && PERCENT_REDUCTION.test(limit))) {
    return new BudgetFault('a reduction is needed only of a variant, and only by `compare`', EXAMPLE.variant)
  }
  if (!LOWER_LIMIT.test(limit)) return null
  return new BudgetFault('a budget is an upper limit, and this is a lower one', EXAMPLE.scope)
}

/**
 * What a line that cannot be read may mean, in the way that budgets are written: characters of full width, thousands separators,
 * words around the limit, other units. A guess for an error's example, never for a budget.
 * @returns the line if it differs from what was written
 * @example repairedLine('max 1,500.5 g of CO2 monthly') // ["1500.5 g CO2e per month"]
 */
export function repairedLine(line: string): string[] {
  const plain = line.normalize('NFKC')
  const rewritten = REWRITES.reduce((text, [pattern, by]) => text.replace(pattern, by as string), plain)
  const text = rewritten.replace(/^([\d.]+) ?(\S+)/, (all, number: string, unit: string) => {
    const converted = Object.hasOwn(CONVERTED, unit) ? CONVERTED[unit] : undefined
    return converted ? `${Number((Number(number) * converted[0]).toPrecision(12))} ${converted[1]}` : all
  })
  return text === line ? [] : [text.replace(/\s+/g, ' ').trim()]
}
