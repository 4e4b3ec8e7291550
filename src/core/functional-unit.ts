import { parseNumber } from './quantity.ts'

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

/** Plurals that follow no rule, and their singulars. */
const IRREGULAR: Readonly<Record<string, string>> = {
  aliases: 'alias',
  analyses: 'analysis',
  atlases: 'atlas',
  biases: 'bias',
  canvases: 'canvas',
  children: 'child',
  gases: 'gas',
  indices: 'index',
  lenses: 'lens',
  matrices: 'matrix',
  people: 'person',
  news: 'news',
  quizzes: 'quiz',
  series: 'series',
  species: 'species',
  vertices: 'vertex',
}

/** Endings of plurals and of their singulars. The first that fits decides. */
const PLURALS: readonly (readonly [RegExp, string])[] = [
  [/(?<=(?:(?<![eo])ach|nich|quich|clich|avalanch|[aeiouy]z|\bax)e)s$/, ''],
  [/(?<=(?:mov|cook|calor|self|zomb|brown|rook|\b[dlpt])ie)s$/, ''],
  [/(?<=(?:stat|vir|camp|bon|corp|foc|surpl|cens|\bb)us|(?:bi|ali|atl|canv|\bg)as|lens)(?:es)?$/, ''],
  [/(?<=ch|sh|ss|x|z)es$/, ''],
  [/(?<=[^aeiou])ies$/, 'y'],
  [/(?<=[cdgnt]pu|api|\p{L}[^sui])s$/u, ''],
]

/**
 * Singular of an English unit name, so that `1 inference` and `1000 inferences` are one unit.
 * @example singular('caches') // 'cache'
 */
export function singular(name: string): string {
  const lower = name.toLowerCase()
  const [last = ''] = /[^ _-]*$/.exec(lower) ?? []
  if (Object.values(IRREGULAR).includes(last)) return lower
  if (Object.hasOwn(IRREGULAR, last)) return lower.slice(0, -last.length) + IRREGULAR[last]
  const [plural, ending] = PLURALS.find(([pattern]) => pattern.test(lower)) ?? []
  return plural === undefined ? lower : lower.replace(plural, ending ?? '')
}

/**
 * Plural of an English unit name, which `singular` turns back. A name that is plural already, may be (`menus`, which no rule tells from `bus`), or does
 * not end in a letter or digit stays as it is.
 * @example plural('query') // 'queries'
 */
export function plural(name: string): string {
  const irregular = Object.keys(IRREGULAR).find((many) => IRREGULAR[many] === name.toLowerCase())
  if (irregular !== undefined) return irregular
  if (singular(name) !== name.toLowerCase() || /(?:[^s]s|^s|[^\p{L}\p{N}])$/iu.test(name)) return name
  // The ch of `epoch` is spoken as a k.
  const usual = `${name.replace(/([^aeiou])y$/i, '$1ie').replace(/((?<!o)ch|sh|ss|x|z)$/i, '$1e')}s`
  return [usual, `${name}s`].find((many) => singular(many) === name.toLowerCase()) ?? name
}
