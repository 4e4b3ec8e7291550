import { type TokenFactor, NO_TERM, fittedOutputJoules } from '../core/llm/energy.ts'
import { type Range, makeRange } from '../core/range.ts'
import { FIT, HOST, PREFILL, SERVICE_HIGH_FACTOR, UNKNOWN_BATCH } from '../data/llm-constants.ts'
import { MEASURED_MODELS, type MeasuredModel } from '../data/llm-measurements.ts'

const J_PER_WH = 3600

/** Models without published data count like the measured models of at least this size, billions of parameters. */
const LARGE_B = 100

/** Tasks whose answers are text to text, as the class of closed models writes them. */
const TEXT_TASKS = new Set(['lm-arena-chat', 'gpqa'])

/**
 * The energy factor of a model by the order of trust, after the user's own factors: an open measurement, the parametric fit by the
 * parameters in its name, the spread of the large measured models.
 */
export function modelFactor(model: string | null): TokenFactor {
  const name = plainName(model ?? '')
  return measuredFactor(name) ?? fittedFactor(name) ?? classPrior()
}

/** `openai/gpt-oss-120b`, `models/gemma-3-27b-it`, `qwen3:8b` without vendor prefix and suffixes. */
function plainName(model: string): string {
  return (model.toLowerCase().split('/').at(-1) ?? '').replace(/[@:](?:latest|free|nitro)$/, '')
}

function measuredFactor(name: string): TokenFactor | null {
  if (name === '') return null
  const rows = MEASURED_MODELS.filter(({ model }) => plainName(model) === name)
  const [first] = rows
  if (first === undefined) return null
  const chat = rows.filter(({ task }) => TEXT_TASKS.has(task))
  const used = chat.length > 0 ? chat : rows
  return {
    kind: 'measurement',
    perRequest: NO_TERM,
    perInputToken: prefill(first.activeB, first.activeB),
    perCachedToken: NO_TERM,
    perOutputToken: outputOf(used),
    source: `ML.ENERGY 3.0 for ${first.model} (${[...new Set(used.map(({ gpu }) => gpu))].join(', ')})`,
  }
}

function outputOf(rows: readonly MeasuredModel[]): Range {
  const low = Math.min(...rows.map((row) => row.low))
  const centre = geometricMean(rows.map((row) => row.joules))
  const high = Math.max(...rows.map((row) => row.high))
  return makeRange((centre * HOST.value) / J_PER_WH, (low * HOST.low) / J_PER_WH, (high * HOST.high) / J_PER_WH)
}

function fittedFactor(name: string): TokenFactor | null {
  const size = parametersOf(name)
  return size && sizedFactor(size)
}

/** The parametric fit for a model of a known size. @param size parameters, billions */
export function sizedFactor(size: { readonly activeB: number; readonly totalB: number }): TokenFactor {
  const joules = (batch: number): number => fittedOutputJoules(FIT, { ...size, batch })
  const centre = (joules(Math.sqrt(UNKNOWN_BATCH.low * UNKNOWN_BATCH.high)) * HOST.value) / J_PER_WH
  const low = (joules(UNKNOWN_BATCH.high) * FIT.lowFactor * HOST.low) / J_PER_WH
  return {
    kind: 'fit',
    perRequest: NO_TERM,
    perInputToken: prefill(size.activeB, size.activeB),
    perCachedToken: NO_TERM,
    perOutputToken: makeRange(centre, low, centre * SERVICE_HIGH_FACTOR),
    source: `parametric fit for ${size.totalB} B parameters (${size.activeB} B active), batch unknown`,
  }
}

/** Parameters in a model's name, billions: `llama3.1:70b`, `qwen3-30b-a3b`, `mixtral-8x7b`. Null when it has none. */
export function parametersOf(name: string): { readonly activeB: number; readonly totalB: number } | null {
  const experts = /(?:^|[-_:])(\d+)x(\d+(?:\.\d+)?)b(?=$|[-_:.])/.exec(name)
  if (experts) {
    // Two experts of a mixture are active in each of the models of this name; attention is shared, so both are upper bounds.
    const [count, each] = [Number(experts[1]), Number(experts[2])]
    return count > 0 && each > 0 ? { activeB: Math.min(2, count) * each, totalB: count * each } : null
  }
  const total = Number(/(?:^|[-_:])(\d+(?:\.\d+)?)b(?=$|[-_:.])/.exec(name)?.[1] ?? 0)
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
      Math.max((at(0.95) * HOST.high) / J_PER_WH, centre * SERVICE_HIGH_FACTOR),
    ),
    source: `spread of the ${new Set(large.map(({ model }) => model)).size} measured models of ${LARGE_B} B parameters and more`,
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
