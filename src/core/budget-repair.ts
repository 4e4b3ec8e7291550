import { BudgetFault, EXAMPLE } from './budget-fault.ts'

/**
 * Other ways to write the same line, and ours. Each one keeps the meaning whatever else is on the line, so that their order and their
 * number do not matter. What needs a guess is not among them: a wrong proposal is worse than the usual example.
 */
const REWRITES: readonly (readonly [RegExp, string | ((...match: string[]) => string)])[] = [
  // Characters of full width.
  [/[\uff01-\uff5e]/g, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0)],
  // Quotes, the end of a sentence, a comment, the dash of a list.
  [/^["'`]+|["'`;,.]+$| #.*$/g, ''],
  [/^- (?=[^%]*$)/, ''],
  // `max 5 g`, `<= 5 g`, `budget: 5 g`, `5 g at most`.
  [/^(?:(?:carbon )?(?:budget|limit)|max(?:imum)?|at most|up to|no(?:t)? more than|[<\u2264]=?) ?[:=]? ?(?=\d)/i, ''],
  [/ (?:max(?:imum)?|at most|or less)$/i, ''],
  // `1,500.5`, `1.500,5`, `1 500`, `1'500`, `1_500`, `1,500,000`.
  [/^\d{1,3}(?:,\d{3})+(?=\.\d)|^\d{1,3}(?:,\d{3}){2,}(?![\d,])/, (digits) => digits.replaceAll(',', '')],
  [/^(\d{1,3}(?:\.\d{3})+),(\d+)/, (_all, whole, rest) => `${whole.replaceAll('.', '')}.${rest}`],
  [/^\d{1,3}(?:[ '_]\d{3})+(?![\d,'_])/, (digits) => digits.replaceAll(/\D/g, '')],
  // `g of CO2`, `g (CO2e)`, `g CO2 equivalent`.
  [/^([\d.]+ ?\p{L}+) ?(?:of )?\(?CO2[- ]?(?:e|eq|equivalents?)?\)?(?=[ /]|$)/iu, '$1 CO2e'],
  [/(?<=CO2(?:e|eq)?) ?\/ ?/i, ' per '],
  [/^(\+ ?[\d.]+) ?(?:%|percent|pct) (?:vs\.?|versus|over|against|compared (?:to|with)) (?=\S+$)/i, '$1 % vs '],
  [/(?<! per) (month|week|dai)ly$/i, (_all, span) => ` per ${span.toLowerCase().replace('dai', 'day')}`],
]

/** Words and signs of a lower limit. */
const LOWER_LIMIT =
  /^(?:at least|no(?:t)? (?:less|lower|under|below)|min(?:imum)?\b|more than|above|over|exceed|[>\u2265])| (?:at least|(?:or|and) (?:more|higher|above|over|up)|min(?:imum)?)$/i

/** Signs and words of a reduction. */
const REDUCTION = /^[-\u2212\u2013]|\b(?:minus|less|lower|fewer|smaller|under|below|reduc\w*|decreas\w*|cut|sav\w*)\b/i

/**
 * Why a line asks for the opposite of a budget. The usual example next to it would look as if it meant the same.
 * @returns null if it does not
 * @example oppositeFault('at least 5 g')?.message // 'a budget is an upper limit, and this is a lower one'
 */
export function oppositeFault(line: string): BudgetFault | null {
  // What follows `vs` is a name, whatever its words are.
  const [limit = ''] = line.split(/ (?:vs\.?|versus) /i)
  if (/%|percent|pct/i.test(limit) && REDUCTION.test(limit)) {
    return new BudgetFault('a reduction is needed only of a variant, and only by `compare`', EXAMPLE.variant)
  }
  if (!LOWER_LIMIT.test(limit)) return null
  return new BudgetFault('a budget is an upper limit, and this is a lower one', EXAMPLE.scope)
}

/**
 * A line that cannot be read, as budgets are written, if it differs from that in spelling only: characters of full width, separators of
 * thousands, quotes, `max`. For an error's example, never for a budget.
 * @returns the line if it differs from what was written
 * @example repairedLine('max 1,500.5 g of CO2 monthly') // ["1500.5 g CO2e per month"]
 */
export function repairedLine(line: string): string[] {
  const text = REWRITES.reduce((rewritten, [pattern, by]) => rewritten.replace(pattern, by as string), line)
  return text === line ? [] : [text.replace(/\s+/g, ' ').trim()]
}
