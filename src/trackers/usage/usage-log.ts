import { counted } from '../../core/text.ts'
import type { EnergyRecord } from '../../core/energy-record.ts'
import { MeasurementError } from '../../core/errors.ts'
import { note } from '../../core/notes.ts'
import { type Fields, isFields, member } from '../field.ts'
import { type JsonText, jsonTexts, parsedJson } from '../json-values.ts'
import { DOCUMENT_LIMIT } from '../limits.ts'
import { lineBatches } from '../lines.ts'
import type { Log } from '../log.ts'
import { readLog } from '../log-reading.ts'
import type { LogFormat, LogSource } from '../tracker.ts'
import type { CountedKeys } from './counted-keys.ts'
import { beginsLikeUsage, makers } from './makers.ts'
import { SplitTexts, beginsAsJson, countedField, loggedJson } from './logged-text.ts'
import { OpenRequests } from './open-requests.ts'
import { eventData, isWhole, withShape } from './usage-text.ts'
import { UsageTotals } from './usage-totals.ts'

/** Fields that contain the answer in batch files, in lists of APIs and in logs of requests. */
const ENVELOPES = [
  'response',
  'body',
  'result',
  'message',
  '@message',
  'MESSAGE',
  'msg',
  'log',
  'line',
  'event',
  'jsonPayload',
  'textPayload',
  'data',
  'runs',
  'results',
  'events',
] as const

/** Deepest envelope inside another one. */
const MAX_ENVELOPES = 4

/** Usage logs of language models: tokens by model, of every maker. */
export const llmUsage: LogFormat = {
  name: 'llm-usage',
  title:
    'token usage of language models: OpenAI, Anthropic, Gemini, Mistral, Cohere, Amazon Bedrock, Ollama, LiteLLM, Langfuse, LangSmith, AI SDK, OpenTelemetry GenAI spans and metrics, Claude Code, claude-code-action, Codex, Gemini CLI (JSON lines, one object, an array)',
  figures: 'requests, input, cached and output tokens by model; energy estimated by model, with its range',
  detect: beginsLikeUsage,
  read: (source, { countedKeys }) =>
    readLog(source.file, async (log, records) => {
      records.push(...(await new UsageLog(log, countedKeys).read(source)))
    }),
}

class UsageLog {
  readonly #log: Log
  readonly #makers = makers()
  readonly #totals: UsageTotals
  readonly #requests: OpenRequests
  #unknown = 0
  /** Fields of values of an unknown maker that look like counts of tokens. */
  #unknownCounts = new Set<string>()
  #failedTurns = 0
  /** Values and texts that count tokens, or may, and were not read. */
  #unread = 0
  /** Line of the first of them; null where it is not known, as of texts whose end never came. */
  #firstUnread: number | null = null
  readonly #splitTexts = new SplitTexts()

  constructor(log: Log, countedKeys?: CountedKeys) {
    this.#log = log
    this.#totals = new UsageTotals(log)
    this.#requests = new OpenRequests(this.#totals, countedKeys)
  }

  async read(source: LogSource): Promise<readonly EnergyRecord[]> {
    const log = this.#log
    try {
      const { shape, text } = await withShape(source.text)
      if (shape === 'lines') await this.#readLines(text)
      else if (shape === 'text') await this.#readText(text)
      else await this.#readValues(text)
    } catch (error) {
      log.refuseFor(null, error)
    }
    this.#requests.end()
    this.#splitTexts.end()
    this.#unread += this.#splitTexts.abandoned
    this.#addNotes()
    const records = this.#totals.records()
    if (records.length > 0) return records
    const { unfinished, repeated, differing } = this.#requests
    if (differing > 0) log.refuse(null, `${counted(differing, 'request has', 'requests have')} ${OTHER_COUNTS}`)
    else if (unfinished > 0) log.refuse(null, `none of its requests has a count of tokens: ${ASK_FOR_COUNTS}`)
    else if (this.#unread > 0)
      log.refuse(
        this.#firstUnread,
        `${counted(this.#unread, 'value counts', 'values count')} tokens in a form that cannot be read: ${ASK_FOR_WHOLE}`,
      )
    else if (repeated === 0 && log.refused === 0) log.refuse(null, 'it counts no tokens')
    return records
  }

  #addNotes(): void {
    const { file } = this.#log
    const { unfinished, repeated, differing } = this.#requests
    const first = this.#firstUnread === null ? '' : `, first on line ${this.#firstUnread}`
    for (const [count, code, one, many, text] of [
      [
        unfinished,
        'log-usage-unfinished',
        'request has',
        'requests have',
        `no final count of tokens, as in a stream that was cut or did not ask for one: their later tokens are not in the figure; ${ASK_FOR_COUNTS}`,
      ],
      [
        repeated,
        'log-usage-repeated',
        'request is',
        'requests are',
        'in the logs more than once (the same id) and counted once',
      ],
      [differing, 'log-usage-differs', 'request has', 'requests have', OTHER_COUNTS],
      [
        this.#unread,
        'log-usage-unread',
        'value counts',
        'values count',
        `tokens in a form that cannot be read${first}: these tokens are not in the figure; ${ASK_FOR_WHOLE}`,
      ],
      [
        this.#failedTurns,
        'log-usage-failed',
        'turn',
        'turns',
        'failed without naming tokens: what was used there is not in the figure',
      ],
    ] as const) {
      if (count > 0) this.#log.note(note(code, `${file}: ${counted(count, one, many)} ${text}`))
    }
    if (this.#unknown > 0) {
      const text = `${file}: left out ${counted(this.#unknown, 'value')} without usage of a known maker`
      const fields = [...this.#unknownCounts]
      const counts = fields.length === 0 ? '' : `, although with counts: ${fields.join(', ')}`
      this.#log.note(note('log-usage-unknown', text + counts, fields.length === 0 ? 'info' : 'warning'))
    }
    // Requests that other logs have counted are no record here.
    this.#log.explainAbsence()
  }

  async #readLines(text: AsyncIterable<string>): Promise<void> {
    for await (const batch of lineBatches(text, DOCUMENT_LIMIT)) {
      for (const { text: line, number, torn } of batch) {
        const json = eventData(line)
        if (json === '') continue
        this.#take({ text: json, line: number, complete: true }, torn)
      }
    }
  }

  /** Reads the answers that a program wrote into its own log, after a prefix and between other lines. */
  async #readText(text: AsyncIterable<string>): Promise<void> {
    for await (const batch of lineBatches(text, DOCUMENT_LIMIT)) {
      for (const { text: line, number, torn } of batch) {
        const json = loggedJson(line)
        const values = (Array.isArray(json) ? json : [json]).filter(isFields)
        for (const value of values) this.#log.attempt(number, () => this.#value(value, number))
        if (json !== null) continue
        if (torn && line.includes('{')) this.#log.tear(number, 'entry')
        else if (countedField(line) !== null) this.#unread += 1
      }
    }
  }

  async #readValues(text: AsyncIterable<string>): Promise<void> {
    for await (const value of jsonTexts(text, DOCUMENT_LIMIT)) this.#take(value, !value.complete)
  }

  #take(json: JsonText, isLast: boolean): void {
    if (isLast && !isWhole(json)) {
      this.#log.tear(json.line, 'entry')
      return
    }
    this.#log.attempt(json.line, () => this.#value(parsedJson(json), json.line))
  }

  #value(value: unknown, line: number): void {
    if (Array.isArray(value)) {
      for (const item of value) this.#log.attempt(line, () => this.#value(item, line))
      return
    }
    if (!isFields(value)) throw new MeasurementError('the value is not a JSON object')
    if (value.type === 'turn.failed') this.#failedTurns += 1
    if (!this.#isRead(value, line, 0)) this.#leaveOut(value, line)
  }

  /** Reads a value, or what an envelope contains. */
  #isRead(value: Fields, line: number, depth: number): boolean {
    for (const maker of this.#makers) {
      const reading = maker.read(value)
      if (reading === null) continue
      for (const request of Array.isArray(reading) ? reading : [reading]) this.#requests.add(request, line)
      return true
    }
    if (depth >= MAX_ENVELOPES) return false
    return ENVELOPES.some((name) => {
      const content = member(value, name)
      // CloudWatch, containers and log shippers keep a line as text.
      if (typeof content === 'string') return this.#isTextRead(content, value, line, depth + 1)
      return this.#isContentRead(content, line, depth + 1)
    })
  }

  /** @param record the value that contains the text */
  #isTextRead(text: string, record: Fields, line: number, depth: number): boolean {
    const json = this.#splitTexts.isNextPart(text, record) ? null : loggedJson(text)
    if (json !== null) {
      this.#splitTexts.begin(record)
      return this.#isContentRead(json, line, depth)
    }
    const { whole, isOpen } = this.#splitTexts.add(text, record)
    if (isOpen) return true
    if (whole === null) return false
    if (!this.#isContentRead(loggedJson(whole), line, depth)) this.#leaveOut({ log: whole }, line)
    return true
  }

  #isContentRead(content: unknown, line: number, depth: number): boolean {
    if (isFields(content)) return this.#isRead(content, line, depth)
    if (!Array.isArray(content)) return false
    const left: Fields[] = []
    const items = content.filter(isFields)
    for (const item of items) {
      this.#log.attempt(line, () => {
        if (!this.#isRead(item, line, depth)) left.push(item)
      })
    }
    if (left.length === items.length) return false
    for (const item of left) this.#leaveOut(item, line)
    return true
  }

  #leaveOut(value: Fields, line: number): void {
    this.#unknown += 1
    if (countedField(JSON.stringify(value)) !== null || ENVELOPES.some((name) => isCutJson(member(value, name)))) {
      this.#unread += 1
      this.#firstUnread ??= line
    }
    const usage = member(value, 'usage')
    if (!isFields(usage)) return
    for (const [name, count] of Object.entries(usage)) {
      const isCount = typeof count === 'number' && count > 0 && /token/i.test(name)
      if (isCount && this.#unknownCounts.size < 5) this.#unknownCounts.add(`usage.${name}`)
    }
  }
}

/** Whether a text begins as JSON and cannot be read. */
function isCutJson(content: unknown): boolean {
  return typeof content === 'string' && beginsAsJson(content) && loggedJson(content) === null
}

/** How answers can be read. */
const ASK_FOR_WHOLE =
  'write each answer whole as one JSON line, with what names its API, such as `"type": "message"` of Anthropic or `"object"` of OpenAI'

/** What is wrong with whole answers that share an id. */
const OTHER_COUNTS =
  'the id of another one and other counts of tokens: the larger count is taken, and those of different answers are missing; give each request its own id'

/** How streams get counts. */
const ASK_FOR_COUNTS = 'with OpenAI ask for `stream_options: {include_usage: true}`'
