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

const COUNTS: Readonly<Record<string, string>> = { thousand: '1000', million: '1000000', billion: '1000000000' }

/** Rewrites, in their order. Each one turns a usual way to write a budget into ours. */
const REWRITES: readonly (readonly [RegExp, string | ((...match: string[]) => string)])[] = [
  // `max 5 g`, `<= 5 g`, `budget: 5 g`, quotes; then what follows the line.
  [/^[^\p{N}+.-]+/u, ''],
  [/^[+-](?=[^%]*$)/, ''],
  [/[\s"'`;.,!]+$/, ''],
  [/ (?:#.*|max(?:imum)?|at most)$/i, ''],
  // `1,500.5`, `1.500,5`, `1 500`, `1'500`, `1_500`.
  [/^\d{1,3}(?:,\d{3})+(?=\.\d)/, (digits) => digits.replaceAll(',', '')],
  [/^(\d{1,3}(?:\.\d{3})+),(\d+)/, (_all, whole = '', rest = '') => `${whole.replaceAll('.', '')}.${rest}`],
  [/^\d{1,3}(?:[ '_]\d{3})+(?!\d)/, (digits) => digits.replaceAll(/\D/g, '')],
  // `g of CO2`, `g (CO2e)`, `g CO2 equivalent`.
  [/ ?(?:of )?\(?(CO2)[- ]?(?:e|eq|equivalents?)?\)?(?=[ /]|$)/i, ' CO2e'],
  [/ (?:vs\.|versus|over|against|compared (?:to|with)|more than) /i, ' vs '],
  [/(\d) ?(?:percent|pct)\b/i, '$1 %'],
  [/ (month|week|dai)ly$/i, (_all, span = '') => ` per ${span.toLowerCase().replace('dai', 'day')}`],
  [/ ?\/ ?(?=\p{L}|\d)/u, ' per '],
  [/ per (?:an? )?(thousand|million|billion) /i, (_all, word = '') => ` per ${COUNTS[word.toLowerCase()]} `],
  [/ per (\d+) ?k (?=\p{L})/iu, ' per $1000 '],
  [/ per (\d+) ?M (?=\p{L})/u, ' per $1000000 '],
  [/ per (\d{1,3}(?:[,_' ]\d{3})+)(?!\d)/, (_all, digits = '') => ` per ${digits.replaceAll(/\D/g, '')}`],
]

/**
 * What a line that cannot be read may mean, in the way that budgets are written: characters of full width, thousands separators,
 * words around the limit, other units. A guess for an error's example, never for a budget.
 * @returns the line if it differs from what was written
 * @example repairedLine('max 1,500.5 g of CO2 monthly') // ["1500.5 g CO2e per month"]
 */
export function repairedLine(line: string): string[] {
  const plain = line.normalize('NFKC')
  const rewritten = REWRITES.reduce((text, [pattern, by]) => text.replace(pattern, by as string), plain)
  const [all, number, unit = ''] = /^([\d.]+) ?(\S+)/.exec(rewritten) ?? []
  const converted = Object.hasOwn(CONVERTED, unit) ? CONVERTED[unit] : undefined
  const text =
    converted && all !== undefined
      ? rewritten.replace(all, `${Number((Number(number) * converted[0]).toPrecision(12))} ${converted[1]}`)
      : rewritten
  return text === line ? [] : [text.replace(/\s+/g, ' ').trim()]
}
