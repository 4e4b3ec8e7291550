import { nearest } from '../core/nearest.ts'
import { type Architecture, architectureOf } from './architectures.ts'
import { cloudCpuOf, hiddenCpuOf } from './cloud-cpus.ts'
import { coresByRule } from './core-rules.ts'
import { coreFactsOf, serverSizeOf } from './cpu-cores.ts'
import { usualClientTdp } from './client-tdp.ts'
import { coresOf, cpuKey } from './cpu-name.ts'
import { CPU_TDP } from './cpu-tdp.ts'
import { type Silicon, serverBySilicon } from './silicon.ts'
import { isSingleChip } from './single-chip.ts'

/**
 * How a name was matched: the exact CPU, another spelling or a cloud's own chip by a listed substitute, a guess from
 * the generation of its number, or not at all.
 */
type MatchKind = 'exact' | 'alias' | 'guess' | 'none'

/** What is known of a CPU by its name. Unknown facts are undefined. */
export interface CpuMatch {
  /** Name in the table's spelling, or the name as given when nothing matched. */
  readonly name: string
  readonly how: MatchKind
  /** Why, in a sentence for people. */
  readonly explanation: string
  /** Key of the CPU whose facts and measurements count, undefined when nothing matched. */
  readonly key: string | undefined
  readonly generation: Architecture | undefined
  /** Thermal design power of a chip, W. */
  readonly tdpWatts: number | undefined
  /** Cores of a chip. */
  readonly cores: number | undefined
  /** Hardware threads of a core. */
  readonly threadsPerCore: number | undefined
  /** True if `key` is of another chip, measured or listed as the substitute of one without measurements. */
  readonly isSubstitute: boolean
  /** Chips in the machines that clouds build of it, or 1 for chips that never share a machine, where that is known. */
  readonly sockets: number | undefined
}

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

const tdpOf = (key: string): number | undefined => (tdps ??= readTdps()).get(key)

const digitsOf = (key: string): string => key.replaceAll(/\D/g, '')

/**
 * The listed CPU that a mistyped name most likely means: the same number, with at most two wrong letters.
 *
 * @example suggestCpu('AMD Epic 7763') // 'AMD EPYC 7763'
 */
export const suggestCpu = (name: string): string | undefined => {
  const key = cpuKey(name)
  const digits = digitsOf(key)
  if (digits.length < 3) return undefined
  const sameNumber = [...(tdps ??= readTdps()).keys()].filter((listed) => digitsOf(listed) === digits)
  const [found] = nearest(key, sameNumber, 1, 2)
  return found === undefined ? undefined : display(found, architectureOf(found)?.make)
}

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

const ACRONYM = /^(?:epyc|ai|hx|pro|[a-z]*\d[\w+-]*|v\d|hl|he|ee|se)$/

/** Makers' spellings that are not all capitals. */
const SPELLED: Readonly<Record<string, string>> = { altra: 'Altra', ampereone: 'AmpereOne', 'max+': 'Max+' }

/** A key as people write it: "xeon e5-2680 v4" -> "Xeon E5-2680 v4". */
const display = (key: string, make: Architecture['make'] | undefined): string => {
  const words = key.split(' ').map((word) => {
    if (/^v\d$/.test(word)) return word
    if (Object.hasOwn(SPELLED, word)) return SPELLED[word] ?? word
    // Xeon D-2146NT, E5-2680, w9-3495X.
    if (/^[dew]-\d/.test(word)) return word.toUpperCase()
    if (/^w\d-/.test(word)) return `w${word.slice(1).toUpperCase()}`
    if (/^i[3579]-/.test(word)) return `i${word.slice(1).toUpperCase()}`
    if (/^(?:neoverse|graviton|cortex)/.test(word))
      return word.replaceAll(/^.|-[a-z]/g, (letter) => letter.toUpperCase())
    if (word === 'pro' && make === 'apple') return 'Pro'
    return ACRONYM.test(word) ? word.toUpperCase() : (word[0] ?? '').toUpperCase() + word.slice(1)
  })
  const maker = { intel: 'Intel ', amd: 'AMD ', apple: 'Apple ', arm: '' }
  return `${make === undefined ? '' : maker[make]}${words.join(' ')}`
}

type Facts = Pick<CpuMatch, 'tdpWatts' | 'cores' | 'threadsPerCore'>

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

interface Variant {
  readonly key: string
  readonly reason: string
  readonly facts: Facts
}

/** The listed chip of which this one is a variant. */
const variantOf = (key: string): Variant | undefined => {
  for (const [pattern, text, reason] of VARIANTS) {
    if (!pattern.test(key)) continue
    const other = key.replace(pattern, text)
    const found = listedFacts(other)
    if (found !== undefined) return { key: other, reason, facts: found }
  }
  return undefined
}

/** Facts of a key; cores that are not listed come from the chip that it is a variant of. */
const facts = (key: string): Facts | undefined => {
  const own = listedFacts(key)
  if (own === undefined || own.cores !== undefined) return own
  const { cores, threadsPerCore } = variantOf(key)?.facts ?? own
  return { ...own, cores, threadsPerCore }
}

/**
 * Identifies a CPU by its name as any system spells it. Never throws: an unknown name is a match of `none`.
 * @param silicon CPUID, which gives the generation of a server whose name a hypervisor hides
 */
export const identifyCpu = (name: string, silicon: Silicon | null = null): CpuMatch => {
  const match = withSilicon(matchOf(name, silicon), silicon)
  const { key, generation } = match
  const single = key !== undefined && generation !== undefined && isSingleChip(key, generation)
  // A chip with a substitute's key has its own cores in its row.
  return {
    ...match,
    cores: match.cores ?? coresOf(name) ?? coresByRule(match.key ?? cpuKey(name))?.cores,
    threadsPerCore:
      match.threadsPerCore ??
      (match.cores === undefined ? coresByRule(match.key ?? cpuKey(name))?.threadsPerCore : undefined),
    sockets: match.sockets ?? (single ? 1 : undefined),
  }
}

/** A hypervisor or an owner may set any name (`DO-Regular`, `Genuine Intel 0000`): CPUID then tells the generation. */
const withSilicon = (match: CpuMatch, silicon: Silicon | null): CpuMatch => {
  const server = match.how === 'none' && silicon !== null ? serverBySilicon(silicon) : null
  return server === null ? match : substituted(match.name || 'a CPU without a name', server)
}

const substituted = (name: string, { substitute, reason }: { substitute: string; reason: string }): CpuMatch => {
  const match = matchOf(substitute)
  const explanation = `${name} is counted as ${match.name}: ${reason}`
  return { ...match, how: 'guess', isSubstitute: true, explanation }
}

const matchOf = (name: string, silicon: Silicon | null = null): CpuMatch => {
  const hidden = hiddenCpuOf(name, silicon)
  if (hidden !== undefined) return substituted(name.trim(), hidden)
  const key = cpuKey(name)
  const nothing = { key: undefined, generation: undefined, tdpWatts: undefined, cores: undefined } as const
  const unknown = { threadsPerCore: undefined, sockets: undefined, isSubstitute: false } as const
  const shown = name.trim()
  if (key === '') {
    const explanation = shown === '' ? 'no name is given' : 'the name says nothing about the chip'
    return { name: shown, how: 'none', explanation, ...nothing, ...unknown }
  }
  const cloud = cloudCpuOf(key)
  if (cloud !== undefined) {
    const { substitute, reason, cores, threadsPerCore, sockets, tdpWatts } = cloud
    const generation = architectureOf(substitute)
    const title = cloud.name ?? display(key, generation?.make)
    const explanation = `${title} is counted as ${display(substitute, generation?.make)}: ${reason}`
    const tdp = tdpWatts ?? facts(substitute)?.tdpWatts
    const match = { name: title, how: 'alias', explanation, key: substitute, generation, isSubstitute: true } as const
    return { ...match, tdpWatts: tdp, cores, threadsPerCore, sockets }
  }
  const generation = architectureOf(key)
  const own = facts(key)
  if (own !== undefined && generation !== undefined) {
    const title = display(key, generation.make)
    return { name: title, how: 'exact', explanation: `${title} by its own name`, key, generation, ...unknown, ...own }
  }
  const variant = variantOf(key)
  if (variant !== undefined) {
    const title = display(variant.key, generation?.make)
    const explanation = `${shown} is counted as ${title}: ${variant.reason}`
    return { name: title, how: 'alias', explanation, key: variant.key, generation, ...unknown, ...variant.facts }
  }
  if (generation !== undefined) {
    const tdpWatts = usualClientTdp(key, generation)
    const usual = tdpWatts === undefined ? '' : `; a TDP of ${tdpWatts} W is assumed`
    const explanation = `${shown} is in no table; by its number it is of the generation ${generation.id} (${generation.year})${usual}`
    const title = display(key, generation.make)
    return { ...nothing, name: title, how: 'guess', explanation, key, generation, ...unknown, tdpWatts }
  }
  if (own !== undefined) {
    const explanation = `${shown} by its own name; its generation is unknown`
    return { name: display(key, undefined), how: 'exact', explanation, key, generation, ...unknown, ...own }
  }
  return {
    name: shown,
    how: 'none',
    explanation: `${shown} is in no table and its number fits no generation`,
    ...nothing,
    ...unknown,
  }
}
