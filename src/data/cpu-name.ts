/** A CPU's name as a key that two spellings of the same chip share. */

const NOISE: readonly (readonly [RegExp, string])[] = [
  // AmpereOne as lscpu names it by its part number, before the maker's name is removed.
  [/\bampere-1[abc]?\b/g, 'ampereone'],
  // Trademark signs in every spelling: ®, ™, (R), (TM), (tm).
  [/[®™©]|\((?:r|tm|c)\)/g, ' '],
  // Notes of a results page: turbo clocks, SKU codes in parentheses or brackets.
  [/\([^)]*\)?|\[[^\]]*\]?/g, ' '],
  // After a comma or a semicolon only notes follow: "9754," "X5570, 2.933 GHz".
  [/[,;].*$/g, ' '],
  // Integrated graphics: "with Radeon Graphics", "w/ Radeon 780M".
  [/\b(?:with|w\/)\s*radeon.*$/g, ' '],
  [/\bradeon r\d.*$/g, ' '],
  // Clock, with or without "@" and "CPU".
  [/@?\s*\b\d+(?:[.]\d+)?\s*[gm]hz\b/g, ' '],
  // Cache, link and power of a data sheet: "12MB L3", "6.40 GT/s", "280W", "16C", "20C/40T".
  [/\b\d{1,3}(?:[.]\d+)?\s*(?:mb|kb|gt\/s|mt\/s|w)\b(?:\s*l[23]\b)?(?:\s*cache\b)?/g, ' '],
  [/\b\d{1,3}c(?:\/\d+t)?\b/g, ' '],
  // What a brand of 48 characters is cut off in: "64-Core Pro", "64-Co", "64-".
  [/\b\d{1,3}-(?:c(?:o(?:re?)?)?|core .*)?$/g, ' '],
  // "64-Core Processor", "Quad-Core", "6 cores", "64-Bit Multi-Core".
  [/\b(?:\d+|single|dual|triple|quad|six|eight|twelve|sixteen|multi)[- ]?cores?\b/g, ' '],
  [/\b64[- ]?bit\b/g, ' '],
  [/\b(?:cpu|cpus|processor|processors|soc|apu|genuine|authentic|family|eng sample)\b/g, ' '],
  [/\b\d+-?th gen\b/g, ' '],
  [/[@"'`]/g, ' '],
]

const MAKER =
  /\b(?:aws|microsoft|azure|google|nvidia|huawei|hisilicon|intel|amd|advanced micro devices|ampere(?:computing)?|arm|apple|genuineintel|authenticamd)\b/g

/** Rewrites of the remaining words into the maker's own current spelling. */
const SPELLING: readonly (readonly [RegExp, string])[] = [
  // "FX(tm)-8350", "E7- 4870": the rest of a trademark sign in the middle.
  [/\bfx -(?=\d{4})/, 'fx-'],
  [/\b(e[357])- (?=\d{4})/, '$1-'],
  // "E31230": Sandy Bridge E3 without its hyphen.
  [/\bxeon e3(?=1\d{3})/, 'xeon e3-'],
  // Cloud and embedded EPYC carry the numbers of the others.
  [/\bepyc embedded (?=[4789])/, 'epyc '],
  // "Xeon-Gold 6430".
  [/\bxeon-(?=bronze|silver|gold|platinum|[dew]-?\d)/, 'xeon '],
  // "E5-2660V2", "E3-1265LV3", "E5 2680 v4": the version is a word of its own.
  [/\be([357])[ -]?(\d{4})([a-z]{0,3}?) ?v ?(\d)\b/g, 'e$1-$2$3 v$4'],
  [/\be([357])[ -](\d{4}[a-z]{0,3})\b/g, 'e$1-$2'],
  // "E5-2680 0": the first version, as the chip itself writes it.
  [/\b(e[57]-\d{4}[a-z]{0,2}) 0$/, '$1'],
  // "E3-1260L v5" without its family.
  [/^(e[357]-\d{4})/, 'xeon $1'],
  // "Xeon E E-2488", "Xeon W W-2295".
  [/\bxeon ([edw]) (?=\1-?\d{4})/, 'xeon '],
  [/\bxeon ([edw]) (\d{4})/, 'xeon $1-$2'],
  [/\bxeon ([dw])(\d{4})/, 'xeon $1-$2'],
  // Xeon 6 has no metals: "Xeon Gold 6780E" and "Xeon 6 6787P" are 6780E and 6787P.
  [/\bxeon (?:6 |gold |platinum |silver )(6[3579]\d\dp(?:-b)?|6[79]\d\de)\b/, 'xeon $1'],
  // A bare Scalable number: metals follow from the first digit from 6 up (5xxx and 3xxx also were dual cores of 2006).
  [/\bxeon ((?:8[1-5]|9[2-5])\d\d(?!p|e\b)[a-z+]*)/, 'xeon platinum $1'],
  [/\bxeon (6[1-5]\d\d(?!p|e\b)[a-z+]*)(?![\w-])/, 'xeon gold $1'],
  // "i7 1185G7", "Core(TM)2 Duo".
  [/\bi([3579]) (\d{3,5}[a-z]*\d?[a-z]*)\b/g, 'i$1-$2'],
  [/^i([3579])-/, 'core i$1-'],
  // "Opteron 6262 HE".
  [/\b(opteron \d{4}) ?(he|ee|se)\b/, '$1$2'],
  // "i5 M 520", "i7 Q 720".
  [/\b(i[357]) ([mqul]) (\d{3})\b/, '$1-$3$2'],
  [/\bcore 2\b/g, 'core2'],
  [/\baltra max m/g, 'altra m'],
  [/\bneoverse[ -]([nve])(\d)\b/g, 'neoverse-$1$2'],
  [/\bcobalt-?100\b/g, 'cobalt 100'],
  [/\bepyc-(?=\d)/g, 'epyc '],
  [/\bgraviton ?(\d)/g, 'graviton$1'],
]

/**
 * The key of a CPU name: lower case, no maker, no trademark signs, no clock, no core counts, no notes. Two names with
 * the same key are the same chip. An empty string when nothing is left.
 */
export const cpuKey = (name: string): string => {
  // NFKC turns the trademark sign into the letters tm: take the signs away first.
  let key = name.toLowerCase().replaceAll(/[®™©]/g, ' ').normalize('NFKC')
  for (const [pattern, text] of NOISE) key = key.replaceAll(pattern, text)
  key = key.replaceAll(MAKER, ' ').replaceAll(/\s+/g, ' ').trim()
  for (const [pattern, text] of SPELLING) key = key.replace(pattern, text)
  return key.replaceAll(/\s+/g, ' ').trim()
}

const CLOCK = /(\d+(?:\.\d+)?)\s*([gm])hz/

/** Nominal clock in a name, MHz ("@ 2.80GHz"); undefined without one. Turbo clocks are in parentheses and do not count. */
export const clockMhzOf = (name: string): number | undefined => {
  const match = CLOCK.exec(name.toLowerCase().replaceAll(/\([^)]*\)?/g, ' '))
  if (match === null) return undefined
  return Math.round(Number(match[1]) * (match[2] === 'g' ? 1000 : 1))
}

const WORDS = new Map(
  Object.entries({ single: 1, dual: 2, triple: 3, quad: 4, six: 6, eight: 8, twelve: 12, sixteen: 16 }),
)
const CORES = new RegExp(String.raw`\b(?:(\d{1,3})|(${[...WORDS.keys()].join('|')}))-cores?\b`)

/** Cores of a chip in its name ("64-Core Processor", "Six-Core AMD Opteron"); undefined without them. */
export const coresOf = (name: string): number | undefined => {
  const [, digits, word = ''] = CORES.exec(name.toLowerCase()) ?? []
  return digits === undefined ? WORDS.get(word) : Number(digits) || undefined
}

const MAKERS: readonly (readonly [pattern: RegExp, make: 'amd' | 'intel' | 'arm'])[] = [
  [/\b(?:amd|epyc|opteron|ryzen|athlon|phenom|threadripper|hygon|dhyana)\b/i, 'amd'],
  [/\b(?:intel|xeon|core|pentium|celeron|atom)\b/i, 'intel'],
  [/\b(?:arm|armv\d|aarch64|ampere|altra|neoverse|cortex|graviton|cobalt|grace|kunpeng|thunderx)/i, 'arm'],
]

/** The maker in a name, even if the chip is unknown. */
export const makerOf = (name: string): 'amd' | 'intel' | 'arm' | undefined =>
  MAKERS.find(([pattern]) => pattern.test(name))?.[1]
