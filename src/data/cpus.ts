import { nearest } from '../core/nearest.ts'
import { type Architecture, architectureOf } from './architectures.ts'
import { cloudCpuOf, hiddenCpuOf } from './cloud-cpus.ts'
import { coresByRule } from './core-rules.ts'
import { type CpuFacts, factsOf, listedKeys, variantOf } from './cpu-facts.ts'
import { usualClientTdp } from './client-tdp.ts'
import { coresOf, cpuKey } from './cpu-name.ts'
import { cpuTitle } from './cpu-title.ts'
import { type Silicon, serverBySilicon } from './silicon.ts'
import { isSingleChip } from './single-chip.ts'

/**
 * How a name was matched: the exact CPU, another spelling or a cloud's own chip by a listed substitute, a guess from
 * the generation of its number, or not at all.
 */
type MatchKind = 'exact' | 'alias' | 'guess' | 'none'

/** What is known of a CPU by its name. Unknown facts are undefined. */
export interface CpuMatch extends CpuFacts {
  /** Name in the table's spelling, or the name as given when nothing matched. */
  readonly name: string
  readonly how: MatchKind
  /** Why, in a sentence for people. */
  readonly explanation: string
  /** Key of the CPU whose facts and measurements count, undefined when nothing matched. */
  readonly key: string | undefined
  readonly generation: Architecture | undefined
  /** True if `key` is of another chip, measured or listed as the substitute of one without measurements. */
  readonly isSubstitute: boolean
  /** Chips in the machines that clouds build of it, or 1 for chips that never share a machine, where that is known. */
  readonly sockets: number | undefined
}

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
  const sameNumber = [...listedKeys()].filter((listed) => digitsOf(listed) === digits)
  const [found] = nearest(key, sameNumber, 1, 2)
  return found === undefined ? undefined : cpuTitle(found, architectureOf(found)?.make)
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
    const title = cloud.name ?? cpuTitle(key, generation?.make)
    const explanation = `${title} is counted as ${cpuTitle(substitute, generation?.make)}: ${reason}`
    const tdp = tdpWatts ?? factsOf(substitute)?.tdpWatts
    const match = { name: title, how: 'alias', explanation, key: substitute, generation, isSubstitute: true } as const
    return { ...match, tdpWatts: tdp, cores, threadsPerCore, sockets }
  }
  const generation = architectureOf(key)
  const own = factsOf(key)
  if (own !== undefined && generation !== undefined) {
    const title = cpuTitle(key, generation.make)
    return { name: title, how: 'exact', explanation: `${title} by its own name`, key, generation, ...unknown, ...own }
  }
  const variant = variantOf(key)
  if (variant !== undefined) {
    const title = cpuTitle(variant.key, generation?.make)
    const explanation = `${shown} is counted as ${title}: ${variant.reason}`
    return { name: title, how: 'alias', explanation, key: variant.key, generation, ...unknown, ...variant.facts }
  }
  if (generation !== undefined) {
    const tdpWatts = usualClientTdp(key, generation)
    const usual = tdpWatts === undefined ? '' : `; a TDP of ${tdpWatts} W is assumed`
    const explanation = `${shown} is in no table; by its number it is of the generation ${generation.id} (${generation.year})${usual}`
    const title = cpuTitle(key, generation.make)
    return { ...nothing, name: title, how: 'guess', explanation, key, generation, ...unknown, tdpWatts }
  }
  if (own !== undefined) {
    const explanation = `${shown} by its own name; its generation is unknown`
    return { name: cpuTitle(key, undefined), how: 'exact', explanation, key, generation, ...unknown, ...own }
  }
  return {
    name: shown,
    how: 'none',
    explanation: `${shown} is in no table and its number fits no generation`,
    ...nothing,
    ...unknown,
  }
}
