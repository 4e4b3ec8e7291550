import { type TokenFactor, NO_TERM, fittedOutputJoules } from '../core/llm/energy.ts'
import { type Range, makeRange } from '../core/range.ts'
import {
  type Batch,
  EMBEDDING_B,
  FIT,
  HIGH_FACTOR,
  HOST,
  LOCAL_BATCH,
  PREFILL,
  SERVICE_BATCH,
} from '../data/llm-constants.ts'
import { MEASURED_MODELS, type MeasuredModel } from '../data/llm-measurements.ts'

const J_PER_WH = 3600

/** Models without published data count like the measured models of at least this size, billions of parameters. */
const LARGE_B = 100

/** Tasks whose answers are text to text, as the class of closed models writes them. */
const TEXT_TASKS = new Set(['lm-arena-chat', 'gpqa'])

/** Names of models that turn text into vectors. */
const EMBEDDING = /embed|rerank|^voyage|^(?:bge|e5|gte|all-minilm)\b/

/**
 * The energy factor of a model by the order of trust, after the user's own factors: an open measurement, the parametric fit by its size,
 * the spread of the large measured models. The measurements are of servers that work on many requests at once, so a model that answers
 * one at a time on a machine of the user's own has the fit.
 */
export function modelFactor(model: string | null, { isLocal = false } = {}): TokenFactor {
  const name = plainName(model ?? '')
  const rows = measurementsOf(name)
  const [first] = rows
  const size = first ?? parametersOf(name)
  if (isLocal && size) return localFactor(size)
  if (first) return measuredFactor(first, rows)
  if (size) return sizedFactor(size)
  return EMBEDDING.test(name) ? embeddingPrior() : classPrior()
}

/** `openai/gpt-oss-120b`, `openai.gpt-oss-120b-1:0`, `models/gemma-3-27b-it`, `qwen3:8b` without vendor prefix and suffixes. */
function plainName(model: string): string {
  const last = model.toLowerCase().split('/').at(-1) ?? ''
  return last.replace(/^(?:[a-z-]+\.)+|^meta-(?=llama)/, '').replace(/[@:](?:latest|free|nitro)$/, '')
}

/** Rows of a model of that name, else of its family and size, which services and Ollama write in their own ways. */
function measurementsOf(name: string): readonly MeasuredModel[] {
  const named = MEASURED_MODELS.filter(({ model }) => plainName(model) === name)
  const key = named.length > 0 ? null : familyOf(name)
  return key === null ? named : MEASURED_MODELS.filter((row) => familyOf(plainName(row.model), row.totalB) === key)
}

/**
 * Family and size in a model's name: `llama3.1:8b`, `llama3-1-8b-instruct-v1:0` and `llama-3.1-8b-instruct` are `llama31 8`.
 * @param otherwise size where the name has none, billions
 */
function familyOf(name: string, otherwise?: number): string | null {
  const found = /^(.*?)[-_:]?(\d+(?:\.\d+)?)b(?=$|[-_:.])/.exec(name)
  const [, family = name.replace(/-\d{4}$/, ''), size = otherwise] = found ?? []
  return size === undefined ? null : `${family.replaceAll(/[^a-z\d]/g, '')} ${Number(size)}`
}

function measuredFactor({ model, activeB }: MeasuredModel, rows: readonly MeasuredModel[]): TokenFactor {
  const chat = rows.filter(({ task }) => TEXT_TASKS.has(task))
  const used = chat.length > 0 ? chat : rows
  return {
    kind: 'measurement',
    perRequest: NO_TERM,
    perInputToken: prefill(activeB, activeB),
    perCachedToken: NO_TERM,
    perOutputToken: outputOf(used),
    source: `ML.ENERGY 3.0 for ${model} (${[...new Set(used.map(({ gpu }) => gpu))].join(', ')})`,
  }
}

function outputOf(rows: readonly MeasuredModel[]): Range {
  const low = Math.min(...rows.map((row) => row.low))
  const centre = geometricMean(rows.map((row) => row.joules))
  const high = Math.max(...rows.map((row) => row.high))
  return makeRange((centre * HOST.value) / J_PER_WH, (low * HOST.low) / J_PER_WH, (high * HOST.high) / J_PER_WH)
}

/** Parameters of a model, billions. */
interface ModelSize {
  readonly activeB: number
  readonly totalB: number
}

/** The parametric fit for a model of a known size at a service. */
export function sizedFactor(size: ModelSize): TokenFactor {
  return fittedFactor(size, SERVICE_BATCH, 'batch unknown')
}

/** The same on a machine of the user's own, whose work for the input differs as much as that for the output. */
function localFactor(size: ModelSize): TokenFactor {
  const fitted = fittedFactor(size, LOCAL_BATCH, 'one request at a time')
  const { value, low } = fitted.perInputToken
  return { ...fitted, perInputToken: makeRange(value, low, value * HIGH_FACTOR) }
}

function fittedFactor({ activeB, totalB }: ModelSize, { typical, most }: Batch, how: string): TokenFactor {
  const least = (sizeB: number): number => Math.max(FIT.leastB, sizeB)
  const joules = (batch: number): number =>
    fittedOutputJoules(FIT, { activeB: least(activeB), totalB: least(totalB), batch })
  const smallest = activeB < FIT.leastB ? `, the answer as of ${FIT.leastB} B, the smallest measured` : ''
  const centre = (joules(typical) * HOST.value) / J_PER_WH
  const low = (joules(most) * FIT.lowFactor * HOST.low) / J_PER_WH
  return {
    kind: 'fit',
    perRequest: NO_TERM,
    perInputToken: prefill(activeB, activeB),
    perCachedToken: NO_TERM,
    perOutputToken: makeRange(centre, low, centre * HIGH_FACTOR),
    source: `parametric fit for ${totalB} B parameters (${activeB} B active)${smallest}, ${how}`,
  }
}

/** Parameters in a model's name, billions: `llama3.1:70b`, `qwen3-30b-a3b`, `mixtral-8x7b`, `gemma3:270m`. Null when it has none. */
export function parametersOf(name: string): ModelSize | null {
  const experts = /(?:^|[-_:])(\d+)x(\d+(?:\.\d+)?)b(?=$|[-_:.])/.exec(name)
  if (experts) {
    // Two experts of a mixture are active in each of the models of this name; attention is shared, so both are upper bounds.
    const [count, each] = [Number(experts[1]), Number(experts[2])]
    return count > 0 && each > 0 ? { activeB: Math.min(2, count) * each, totalB: count * each } : null
  }
  // A length of context (`-1m`) has fewer digits than a count of millions. Gemma writes the effective parameters as `e4b`.
  const millions = /[-_:](\d{2,3})m(?=$|[-_:.])/.exec(name)?.[1]
  const billions = /(?:^|[-_:])e?(\d+(?:\.\d+)?)b(?=$|[-_:.])/.exec(name)?.[1]
  const total = billions === undefined ? Number(millions ?? 0) / 1000 : Number(billions)
  if (!(total > 0) || total > 10_000) return null
  const active = Number(/[-_]a(\d+(?:\.\d+)?)b(?=$|[-_:.])/.exec(name)?.[1] ?? total)
  return { activeB: active > 0 ? Math.min(active, total) : total, totalB: total }
}

/** The spread of the large measured models, for a model without published data. */
function classPrior(): TokenFactor {
  const large = MEASURED_MODELS.filter(({ totalB, task }) => totalB >= LARGE_B && TEXT_TASKS.has(task))
  const active = large.map(({ activeB }) => activeB)
  const centreB = geometricMean(active)
  const joules = large.map((row) => row.joules).toSorted((a, b) => a - b)
  const at = (share: number): number => joules[Math.round(share * (joules.length - 1))] ?? 0
  const centre = (geometricMean(joules) * HOST.value) / J_PER_WH
  return {
    kind: 'class-prior',
    perRequest: NO_TERM,
    perInputToken: prefill(centreB, Math.min(...active), Math.max(...active)),
    perCachedToken: NO_TERM,
    perOutputToken: makeRange(
      centre,
      (at(0.05) * HOST.low) / J_PER_WH,
      Math.max((at(0.95) * HOST.high) / J_PER_WH, centre * HIGH_FACTOR),
    ),
    source: `spread of the ${new Set(large.map(({ model }) => model)).size} measured models of ${LARGE_B} B parameters and more`,
  }
}

/** The sizes of embedding models, for one without published data. */
function embeddingPrior(): TokenFactor {
  const { typical, least, most } = EMBEDDING_B
  return {
    ...classPrior(),
    perInputToken: prefill(typical, least, most),
    source: `spread of the sizes of embedding models (${least} to ${most} B parameters)`,
  }
}

/** @returns Wh for each input token that is not cached */
function prefill(activeB: number, lowB: number, highB: number = lowB): Range {
  const { whPerTokenAndB, mfu, mfuLow, mfuHigh } = PREFILL
  return makeRange(
    activeB * whPerTokenAndB * HOST.value,
    lowB * whPerTokenAndB * (mfu / mfuHigh) * HOST.low,
    highB * whPerTokenAndB * (mfu / mfuLow) * HOST.high,
  )
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)
}
