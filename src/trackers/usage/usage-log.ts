import { MeasurementError } from '../../core/errors.ts'
import type { TokenUsage } from '../../core/llm/usage.ts'
import { note } from '../../core/notes.ts'
import { isFields } from '../field.ts'
import { type JsonText, jsonTexts, parsedJson } from '../json-values.ts'
import { DOCUMENT_LIMIT } from '../limits.ts'
import { lineBatches } from '../lines.ts'
import { tornNote, withNotes } from '../record.ts'
import { Refusals } from '../refusals.ts'
import type { LogFormat, LogReading, LogSource } from '../tracker.ts'
import { anthropic, anthropicStream } from './anthropic.ts'
import { RESULT, claudeCode, sessionOf } from './claude-code.ts'
import { codex } from './codex.ts'
import { gemini } from './gemini.ts'
import { langChain, langSmith } from './langsmith.ts'
import { langfuse } from './langfuse.ts'
import { liteLlm } from './litellm.ts'
import type { MakerReading, UsageMaker } from './maker.ts'
import { mistral } from './mistral.ts'
import { ollama } from './ollama.ts'
import { openAiChat, openAiResponses } from './openai.ts'
import { openTelemetry } from './opentelemetry.ts'
import { openTelemetryMetrics } from './opentelemetry-metrics.ts'
import { UsageTotals } from './usage-totals.ts'

/** Makers in the order in which their values are detected: those with the most distinctive fields first. */
const makers = (): readonly UsageMaker[] => [
  openTelemetry,
  openTelemetryMetrics,
  claudeCode,
  codex,
  openAiResponses,
  anthropicStream(),
  anthropic,
  gemini,
  langfuse,
  langSmith,
  langChain,
  liteLlm,
  ollama,
  mistral,
  openAiChat,
]

/** Fields that a usage log of any maker has near its beginning. */
const FIELDS =
  /"(?:prompt_tokens|completion_tokens|promptTokens|input_tokens|output_tokens|usageMetadata|usage_metadata|prompt_eval_count|eval_count|modelUsage|usageDetails|usage_details|gen_ai\.[a-z_.]+|run_type)"\s*[:,}]|"type"\s*:\s*"(?:thread\.started|turn\.(?:started|completed))"/

/** Usage logs of language models: tokens by model, of every maker. */
export const llmUsage: LogFormat = {
  name: 'llm-usage',
  title:
    'token usage of language models: OpenAI, Anthropic, Gemini, Mistral, Ollama, LiteLLM, Langfuse, LangSmith, OpenTelemetry GenAI spans and metrics, Claude Code, claude-code-action, Codex (JSON lines, one object, an array)',
  figures: 'requests, input, cached and output tokens by model; energy estimated by model, with its range',
  example: `${JSON.stringify({ id: 'a', object: 'chat.completion', model: 'example-8b', usage: { prompt_tokens: 100, completion_tokens: 50 } })}\n`,
  detect: (head) => /^\uFEFF?\s*(?:data:\s*)?[[{]/.test(head) && FIELDS.test(head),
  read: (source) => new UsageLog(source).read(),
}

/** Keys of one generation: a value may be replaced by a later one of its own generation or the next. More would fill the memory. */
const GENERATION = 4000

/** Usage that a later value of the same key replaces. */
type OpenUsage = Map<string, { readonly usage: readonly TokenUsage[]; readonly line: number }>

class UsageLog {
  readonly #source: LogSource
  readonly #refusals: Refusals
  readonly #makers = makers()
  readonly #totals: UsageTotals
  #open: OpenUsage = new Map()
  #older: OpenUsage = new Map()
  /** Sessions of Claude Code with a result, which replaces their messages. */
  readonly #results: OpenUsage = new Map()
  #torn: number | null = null
  #unknown = 0
  #failedTurns = 0

  constructor(source: LogSource) {
    this.#source = source
    this.#refusals = new Refusals(source.file)
    this.#totals = new UsageTotals(source.file)
  }

  async read(): Promise<LogReading> {
    try {
      const { isLines, text } = await withShape(this.#source.text)
      if (isLines) await this.#readLines(text)
      else await this.#readValues(text)
    } catch (error) {
      if (!(error instanceof MeasurementError)) throw error
      this.#refusals.add(null, error.message)
    }
    this.#closeAll()
    const notes = this.#torn === null ? [] : [tornNote(this.#source.file, this.#torn, 'entry')]
    if (this.#unknown > 0) {
      const text = `${this.#source.file}: ${this.#unknown} values contain no usage of a known maker and are left out`
      notes.push(note('log-usage-unknown', text))
    }
    if (this.#failedTurns > 0) {
      const text = `${this.#source.file}: ${this.#failedTurns} turns failed and name no tokens: theirs are not in the figure`
      notes.push(note('log-usage-failed', text))
    }
    const records = this.#totals.records()
    if (records.length === 0 && this.#refusals.count === 0) this.#refusals.add(null, 'it counts no tokens')
    return { records: withNotes(records, notes), refusals: this.#refusals.list() }
  }

  async #readLines(text: AsyncIterable<string>): Promise<void> {
    for await (const batch of lineBatches(text, DOCUMENT_LIMIT)) {
      for (const { text: line, number, torn } of batch) {
        const json = payload(line)
        if (json === '') continue
        this.#take({ text: json, line: number, complete: true }, torn)
      }
    }
  }

  async #readValues(text: AsyncIterable<string>): Promise<void> {
    for await (const value of jsonTexts(text, DOCUMENT_LIMIT)) this.#take(value, !value.complete)
  }

  #take(json: JsonText, isLast: boolean): void {
    if (isLast && !isWhole(json)) {
      this.#torn = json.line
      return
    }
    this.#refusals.attempt(json.line, () => this.#value(parsedJson(json), json.line))
  }

  #value(value: unknown, line: number): void {
    if (Array.isArray(value)) {
      for (const item of value) this.#refusals.attempt(line, () => this.#value(item, line))
      return
    }
    if (!isFields(value)) throw new MeasurementError('the value is not a JSON object')
    if (value.type === 'turn.failed') this.#failedTurns += 1
    for (const maker of this.#makers) {
      const reading = maker.read(value)
      if (reading !== null) {
        this.#add(reading, line)
        return
      }
    }
    this.#unknown += 1
  }

  #add({ usage, replaces }: MakerReading, line: number): void {
    if (replaces === undefined) {
      for (const item of usage) this.#totals.add(item, line)
      return
    }
    if (replaces.startsWith(RESULT)) {
      this.#results.set(replaces.slice(RESULT.length), { usage, line })
      return
    }
    this.#older.delete(replaces)
    this.#open.set(replaces, { usage, line })
    if (this.#open.size < GENERATION) return
    this.#close(this.#older)
    this.#older = this.#open
    this.#open = new Map()
  }

  /** Counts what was not replaced. */
  #close(open: OpenUsage): void {
    for (const { usage, line } of open.values()) for (const item of usage) this.#totals.add(item, line)
  }

  /** A session's messages only count where it has no result. */
  #closeAll(): void {
    for (const open of [this.#older, this.#open]) {
      for (const key of open.keys()) if (this.#results.has(sessionOf(key) ?? '')) open.delete(key)
      this.#close(open)
    }
    this.#close(this.#results)
  }
}

/** A line without what a stream of server-sent events puts around it. */
function payload(line: string): string {
  if (line.startsWith('{')) return line
  const text = line.trim()
  if (text.startsWith('data:')) {
    const data = text.slice(5).trim()
    return data === '[DONE]' ? '' : data
  }
  return /^(?:event|id|retry):|^:/.test(text) ? '' : text
}

function isWhole({ text, complete }: JsonText): boolean {
  if (!complete) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Whether each line is a value of its own: then a broken line costs that line alone. */
async function withShape(text: AsyncIterable<string>): Promise<{ isLines: boolean; text: AsyncIterable<string> }> {
  const iterator = text[Symbol.asyncIterator]()
  let head = ''
  let done = false
  while (!done && !/\S[^\n\r]*[\n\r]/.test(head) && head.length < DOCUMENT_LIMIT) {
    const next = await iterator.next()
    if (next.done) done = true
    else head += next.value
  }
  const [first = ''] = head.replace(/^\uFEFF?\s*/, '').split(/[\n\r]/, 1)
  const start = head
  async function* whole(): AsyncGenerator<string> {
    yield start
    if (done) return
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  }
  return { isLines: /^\{.*\}\s*$/.test(first) || /^(?:data|event):/.test(first), text: whole() }
}
