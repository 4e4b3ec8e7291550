import type { EnergyRecord } from '../../core/energy-record.ts'
import { type TokenFactor, usageEnergy } from '../../core/llm/energy.ts'
import { type TokenUsage, inputTokens } from '../../core/llm/usage.ts'
import { type Note, note } from '../../core/notes.ts'
import { printable } from '../../core/text.ts'
import type { Units } from '../../core/functional-unit.ts'
import { SERVICE_PUE } from '../../data/llm-constants.ts'
import { modelFactor } from '../../power/llm-factor.ts'
import type { UserFactor } from './factors-file.ts'

/** Servers of models on the user's own machine: where its energy was measured, the tokens only count. Of others the factors file says so. */
const LOCAL = new Set(['ollama', 'ollama_chat', 'vllm'])

/** Models that Ollama passes on to its cloud: `gpt-oss:120b-cloud`. */
const OLLAMA_CLOUD = /[-:]cloud$/

/** Services that run models on machines of their own, by the names in usage logs. */
const REMOTE =
  /^(?:openai|anthropic|cohere|mistral_ai|groq|deepseek|perplexity|x_ai|xai|gemini|vertex_ai|bedrock|ollama\.com|(?:aws|azure|gcp)(?:[._].*)?)$/i

/**
 * Gives usage records their energy by the order of trust: a measured machine, the user's factors, an open measurement, the fit, the
 * class of the model. Other records stay as they are.
 * @param options.isMachineMeasured whether this machine's energy is measured apart from the records
 */
export function withUsageEnergy(
  records: readonly EnergyRecord[],
  factors: readonly UserFactor[],
  { isMachineMeasured = false }: { readonly isMachineMeasured?: boolean } = {},
): readonly EnergyRecord[] {
  const ownOf = ({ usage }: EnergyRecord): UserFactor | undefined =>
    factors.find(({ matches }) => matches(usage?.model ?? ''))
  const isLocal = (record: EnergyRecord): boolean =>
    record.usage !== null && record.itWh === null && (ownOf(record)?.isLocal ?? isOfLocalServer(record.usage))
  const measuredWh = records.reduce((sum, { usage, itWh }) => sum + (usage === null ? (itWh ?? 0) : 0), 0)
  // Logs of another machine do not have the energy of the tokens.
  const isMeasured = isMachineMeasured || (measuredWh > 0 && leastLocalWh(records.filter(isLocal)) <= measuredWh)
  return records.map((each) => {
    if (each.usage === null || each.itWh !== null) return each
    const local = isLocal(each)
    return isMeasured && local ? withRemoteNote(each) : costedUsage(each, each.usage, ownOf(each), local)
  })
}

function isOfLocalServer({ model, provider }: TokenUsage): boolean {
  return LOCAL.has(provider ?? '') && !OLLAMA_CLOUD.test(model ?? '')
}

/** Warns where the log contradicts `local: true`: the energy of the tokens may be in no figure. */
function withRemoteNote(record: EnergyRecord): EnergyRecord {
  const provider = record.usage?.provider ?? ''
  if (!REMOTE.test(provider)) return record
  const text = `${record.name}: the factors file says \`local: true\`, and the log names the provider ${printable(provider)}: if it ran there, its energy is in no figure; remove \`local\``
  return { ...record, notes: [...record.notes, note('usage-here', text, 'warning')] }
}

function costedUsage(
  record: EnergyRecord,
  usage: TokenUsage,
  own: UserFactor | undefined,
  isLocal: boolean,
): EnergyRecord {
  const factor = own?.factor ?? factorOf(usage, isLocal)
  const energy = usageEnergy(usage, factor)
  return {
    ...record,
    itWh: energy.value,
    rangeWh: { low: energy.low, high: energy.high },
    pue: own?.pue ?? SERVICE_PUE,
    notes: [...record.notes, ...factorNotes(record, factor), ...cacheNotes(record, usage, factor)],
  }
}

/** vLLM works on many requests at once, as services do. */
function factorOf({ model, provider }: TokenUsage, isLocal: boolean): TokenFactor {
  return modelFactor(model, { isLocal: isLocal && provider !== 'vllm' })
}

/**
 * The least that tokens can have used on this machine: half of the lower end of their factors. Models of unknown size have none.
 * @returns Wh before PUE
 */
export function leastLocalWh(records: readonly EnergyRecord[]): number {
  const lows = records.flatMap(({ usage }) => {
    const factor = usage && factorOf(usage, true)
    return usage && factor && factor.kind !== 'class-prior' ? [usageEnergy(usage, factor).low] : []
  })
  return lows.reduce((sum, low) => sum + low, 0) / 2
}

/** Input tokens from which the cache is worth a word. */
const MANY_INPUT_TOKENS = 100_000

/** Share of the input that agents with a prompt cache usually exceed. */
const LOW_CACHE_SHARE = 0.3

/** What the input that no cache had read used: caching a prompt that is sent again saves most of it. */
function cacheNotes({ name }: EnergyRecord, usage: TokenUsage, { perInputToken }: TokenFactor): readonly Note[] {
  const input = inputTokens(usage)
  if (usage.requests < 2 || input < MANY_INPUT_TOKENS || usage.cacheRead >= input * LOW_CACHE_SHARE) return []
  const wh = (usage.inputUncached + usage.cacheWrite) * perInputToken.value
  const share = Math.round((usage.cacheRead / input) * 100)
  const text = `${name}: ${share} % of ${input} input tokens came from the cache; the rest used about ${Number(wh.toPrecision(2))} Wh, of which a prompt cache saves what is sent again`
  return [note('llm-cache-low', text)]
}

function factorNotes({ name, usage }: EnergyRecord, factor: TokenFactor): readonly Note[] {
  if (factor.kind !== 'class-prior') return [note('llm-factor', `${name}: energy by ${factor.source}`)]
  const what =
    usage?.model === null
      ? `${name}: the log does not name the model`
      : `${name}: nothing is published about its energy`
  return [note('llm-class-prior', `${what}; ${factor.source} is used: a wide range, not a measurement`)]
}

/** Counts of functional units of usage, side by side; only those above 0. */
export function usageCounts(usages: readonly TokenUsage[]): readonly Units[] {
  const sum = (countOf: (usage: TokenUsage) => number): number =>
    usages.reduce((total, usage) => total + countOf(usage), 0)
  const counts = [
    { name: 'request', count: sum(({ requests }) => requests) },
    { name: 'input token', count: sum(inputTokens) },
    { name: 'output token', count: sum(({ output }) => output) },
  ]
  return counts.filter(({ count }) => count > 0)
}
