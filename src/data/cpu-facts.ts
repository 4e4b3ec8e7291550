import { coreFactsOf, serverSizeOf } from './cpu-cores.ts'
import { CPU_TDP } from './cpu-tdp.ts'

let tdps: ReadonlyMap<string, number> | undefined

const readTdps = (): ReadonlyMap<string, number> => {
  const map = new Map<string, number>()
  for (const line of CPU_TDP.trim().split('\n')) {
    const bar = line.indexOf('|')
    const family = line.slice(0, bar)
    for (const member of line.slice(bar + 1).split(';')) {
      const equals = member.lastIndexOf('=')
      map.set(family + member.slice(0, equals), Number(member.slice(equals + 1)))
    }
  }
  return map
}

/** Keys of all chips with a listed TDP. */
export const listedKeys = (): Iterable<string> => (tdps ??= readTdps()).keys()

const tdpOf = (key: string): number | undefined => (tdps ??= readTdps()).get(key)

/** Letters at the end of a number that do not change the silicon: one-socket EPYCs, memory sizes of Xeons, Ryzen PRO. */
const VARIANTS: readonly (readonly [RegExp, string, string])[] = [
  [/^(epyc \d\w\d\d)p$/, '$1', 'the one-socket variant of the same chip'],
  [/^(epyc \d{4})v$/, '$1', 'the same number with a letter of the cloud'],
  [/^(epyc [79]\d{3})$/, '$1p', 'the same chip as its one-socket variant'],
  [/^(xeon (?:gold|platinum) \d{4})[lm]$/, '$1', 'the same chip with support for more memory'],
  [
    /^(xeon (?:silver|gold|platinum) [3-9][12]\d\d)[fhtn]$/,
    '$1',
    'the same cores with a fabric port or for other temperatures',
  ],
  [/^(xeon (?:gold|platinum) \d{4}[a-z]?)\+$/, '$1', 'the same number without a plus'],
  [/^ryzen (\d) (\d{4}\w*)$/, 'ryzen $1 pro $2', 'the PRO variant of the same chip'],
  [/^ryzen (\d) pro (\d{4}\w*)$/, 'ryzen $1 $2', 'the variant without PRO of the same chip'],
  [/^(core i\d-\d{4,5}k?)f$/, '$1', 'the same chip with graphics'],
  [/^(core i\d-\d{5}k)s$/, '$1', 'the same chip at a lower clock'],
  [/^(ryzen \d \d{4}x)3d$/, '$1', 'the same chip without stacked cache'],
]

/** What is listed of a chip; what is not is undefined. */
interface Facts {
  /** W. */
  readonly tdpWatts: number | undefined
  readonly cores: number | undefined
  readonly threadsPerCore: number | undefined
}

/** Facts that are listed under the very key. */
const listedFacts = (key: string): Facts | undefined => {
  const cores = coreFactsOf(key) ?? serverSizeOf(key)
  const tdpWatts = cores?.tdpWatts ?? tdpOf(key)
  if (cores === undefined && tdpWatts === undefined) return undefined
  return {
    tdpWatts,
    cores: cores?.cores,
    threadsPerCore: cores?.threads === undefined ? undefined : cores.threads / cores.cores,
  }
}

/** A listed chip of which another is a variant. */
interface Variant {
  readonly key: string
  readonly reason: string
  readonly facts: Facts
}

/** The listed chip of which this one is a variant. */
export const variantOf = (key: string): Variant | undefined => {
  for (const [pattern, text, reason] of VARIANTS) {
    if (!pattern.test(key)) continue
    const other = key.replace(pattern, text)
    const found = listedFacts(other)
    if (found !== undefined) return { key: other, reason, facts: found }
  }
  return undefined
}

/** Facts of a key; cores that are not listed come from the chip that it is a variant of. */
export const factsOf = (key: string): Facts | undefined => {
  const own = listedFacts(key)
  if (own === undefined || own.cores !== undefined) return own
  const { cores, threadsPerCore } = variantOf(key)?.facts ?? own
  return { ...own, cores, threadsPerCore }
}
