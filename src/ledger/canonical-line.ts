import { isUtf8 } from 'node:buffer'
import { METHODS } from '../core/method.ts'
import { VERDICTS } from '../core/verdict.ts'
import { ENTRY_VERSION, type Entry, TRUST_LEVELS } from './entry.ts'

/**
 * Recognises entries that are written exactly as this program writes them, so that a month of 150,000 lines needs neither the schema's
 * checks nor a second serialisation. Every line that differs in anything (an escape, an exponent, a correction, an unknown field) is left
 * to the schema: both give the same result for what is recognised here.
 */

/** A text without escapes; at most `most` UTF-16 units, as the schema counts. */
const text = (least: number, most: number): string => `"[^"\\\\\\u0000-\\u001f]{${least},${most}}"`

const orNull = (pattern: string): string => `(?:null|${pattern})`

const oneOf = (values: readonly string[]): string => `"(?:${values.join('|')})"`

/** A number as JSON.stringify writes it: at most 15 digits, which a double keeps, and not so small that it has an exponent. */
const NUMBER = '(?:0|(?!0\\.0{6})(?:0|[1-9]\\d{0,5})\\.\\d{0,8}[1-9]|[1-9]\\d{0,14})'

/** Days that each month has in every year; 29 February is left to the schema. */
const DAY = '(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)'
const TIME = `"\\d{4}-${DAY}T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ"`

const NAME = orNull(text(0, 300))
const AMOUNT = orNull(NUMBER)

/** Pattern of each field, in the order of the schema. */
const FIELDS: Readonly<Record<keyof Entry, string>> = {
  v: String(ENTRY_VERSION),
  key: text(1, 180),
  ended_at: TIME,
  repository: NAME,
  event: NAME,
  branch: NAME,
  pr: orNull('[1-9]\\d{0,14}'),
  sha: NAME,
  workflow: NAME,
  job: NAME,
  runner: NAME,
  cpu: NAME,
  region: NAME,
  s: AMOUNT,
  wh: AMOUNT,
  wh_low: AMOUNT,
  wh_high: AMOUNT,
  g: AMOUNT,
  op_g: AMOUNT,
  em_g: AMOUNT,
  l: AMOUNT,
  tokens: AMOUNT,
  method: orNull(oneOf(METHODS)),
  // Not rounded, so it may have all 17 digits of a double: the group is compared with what JSON.stringify writes.
  coverage: orNull('(?:[01]|(0\\.\\d{1,20}))'),
  verdict: oneOf(VERDICTS),
  trust: oneOf(TRUST_LEVELS),
  tool: NAME,
}

/** A sticky pattern of one line. @param captured fields whose text is a group; the digits of `coverage` always are */
function linePattern(captured: ReadonlySet<string> = new Set()): RegExp {
  const fields = Object.entries(FIELDS).map(
    ([name, pattern]) => `"${name}":${captured.has(name) ? `(${pattern})` : pattern}`,
  )
  return new RegExp(`\\{${fields.join(',')}\\}(?:\\n|$)`, 'y')
}

const LINE = linePattern()

/** End of the line that begins at `start`, newline included; null unless it is an entry exactly as `entryLine` writes it. */
function endOfCanonicalLine(content: string, start: number): number | null {
  LINE.lastIndex = start
  const match = LINE.exec(content)
  return match !== null && isNumberText(match[1]) ? LINE.lastIndex : null
}

/** Whether digits are written as JSON.stringify writes their number. @param digits undefined: there are none */
function isNumberText(digits: string | undefined): boolean {
  return digits === undefined || String(Number(digits)) === digits
}

/** Whether a line, without its newline, is an entry exactly as `entryLine` writes it. */
export function isCanonicalLine(line: string): boolean {
  return endOfCanonicalLine(line, 0) === line.length && !line.endsWith('\n')
}

/**
 * Whether all lines of a file are such entries, the last one with its newline: then the file is its own NDJSON. Bytes are compared as
 * Latin-1, which needs no decoding; a text in UTF-8 has at least as many bytes as units, so its limit is kept.
 */
export function isCanonicalFile(bytes: Buffer): boolean {
  if (!isUtf8(bytes)) return false
  const content = bytes.toString('latin1')
  if (!content.endsWith('\n')) return content === ''
  for (let start = 0; start < content.length;) {
    const end = endOfCanonicalLine(content, start)
    if (end === null) return false
    start = end
  }
  return true
}

/** What a table shows of an entry. */
export type EntryRow = Pick<Entry, 'key' | 'ended_at' | 'workflow' | 'job' | 'wh' | 'g' | 'verdict'>

/** In the order of the schema, as `canonicalRows` reads the groups; the digits of `coverage` come before the verdict. */
const ROW = linePattern(new Set(['key', 'ended_at', 'workflow', 'job', 'wh', 'g', 'verdict']))

/** Rows of a file of such entries, without parsing the fields that no table shows; null for any other file. */
export function canonicalRows(bytes: Buffer): EntryRow[] | null {
  if (!isUtf8(bytes)) return null
  const content = bytes.toString('utf8')
  if (!content.endsWith('\n')) return content === '' ? [] : null
  const rows: EntryRow[] = []
  for (let start = 0; start < content.length; start = ROW.lastIndex) {
    ROW.lastIndex = start
    const match = ROW.exec(content)
    if (match === null || !isNumberText(match[7])) return null
    const [, key = '', endedAt = '', workflow = '', job = '', wh = '', g = '', , verdict = ''] = match
    rows.push({
      key: key.slice(1, -1),
      ended_at: endedAt.slice(1, -1),
      workflow: nameOf(workflow),
      job: nameOf(job),
      wh: numberOf(wh),
      g: numberOf(g),
      verdict: verdict.slice(1, -1) as Entry['verdict'],
    })
  }
  return rows
}

function nameOf(field: string): string | null {
  return field === 'null' ? null : field.slice(1, -1)
}

function numberOf(field: string): number | null {
  return field === 'null' ? null : Number(field)
}
