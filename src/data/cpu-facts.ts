import { coreFactsOf, serverSizeOf } from './cpu-cores.ts'
import { CPU_TDP } from './cpu-tdp.ts'
import { familyEntries } from './family-lines.ts'

let tdps: ReadonlyMap<string, number> | undefined

const readTdps = (): ReadonlyMap<string, number> =>
  new Map(Array.from(familyEntries(CPU_TDP), ([key, watts]) => [key, Number(watts)]))

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

/** What the tables list about a chip. A figure that they do not list is undefined. */
export interface CpuFacts {
  /** Thermal design power of a chip, W. */
  readonly tdpWatts: number | undefined
  /** Cores of a chip. */
  readonly cores: number | undefined
  /** Hardware threads of a core. */
  readonly threadsPerCore: number | undefined
}

/** Facts that are listed under exactly this key. */
const listedFacts = (key: string): CpuFacts | undefined => {
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
  readonly facts: CpuFacts
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

/** Facts of a chip. If its cores are not listed, they are those of the chip that it is a variant of. */
export const factsOf = (key: string): CpuFacts | undefined => {
  const own = listedFacts(key)
  if (own === undefined || own.cores !== undefined) return own
  const { cores, threadsPerCore } = variantOf(key)?.facts ?? own
  return { ...own, cores, threadsPerCore }
}
