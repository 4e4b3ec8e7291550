import { describe, expect, it } from 'vitest'
import { canonicalRows, isCanonicalFile, isCanonicalLine } from '../../src/ledger/canonical-line.ts'
import { CorrectionSchema, type Entry, EntrySchema } from '../../src/ledger/entry.ts'
import { entryLine } from '../../src/ledger/entry-file.ts'
import { sampleEntry } from './sample-entry.ts'

const ENTRY = EntrySchema.parse(sampleEntry('test').entry)

/** Whether the schema accepts the line and writes the same text again: what a canonical line promises. */
function isUnchangedBySchema(line: string): boolean {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return false
  }
  const schema = Object.hasOwn(Object(json), 'corrects') ? CorrectionSchema : EntrySchema
  const result = schema.safeParse(json)
  return result.success && entryLine(result.data) === `${line}\n`
}

/** Every value that a field may have, and values near the edge of what the schema accepts. */
const VALUES: readonly unknown[] = [
  null,
  0,
  -0,
  -1,
  1,
  2,
  0.1,
  0.000_001,
  0.000_000_1,
  0.123_456_789,
  0.987_654_321_098_765_4,
  1e-9,
  999_999.999_999_999,
  1_234_567.1,
  1e12,
  123_456_789_012_345,
  1e21,
  1.5e300,
  '',
  'main',
  'ünïcode 🚀',
  'a"b',
  'back\\slash',
  'tab\t',
  '\u0000',
  '\u007f',
  '\u2028',
  'x'.repeat(180),
  'x'.repeat(181),
  'x'.repeat(300),
  'x'.repeat(301),
  '2024-02-29T00:00:00Z',
  '2026-02-29T00:00:00Z',
  '2026-02-28T23:59:59Z',
  '2026-04-31T00:00:00Z',
  '2026-12-31T24:00:00Z',
  '2026-11-28T13:00:00.000Z',
  '2026-11-28T13:00Z',
  'measured',
  'modelled',
  'estimated',
  'from-fork',
  'pass',
  'none',
  true,
  [],
  {},
]

describe('a canonical line', () => {
  it('is recognised only where the schema accepts the entry and would write the same text', () => {
    let recognised = 0
    for (const field of Object.keys(ENTRY)) {
      for (const value of VALUES) {
        const line = JSON.stringify({ ...ENTRY, [field]: value })
        const file = Buffer.from(`${line}\n`)
        expect(canonicalRows(file) !== null, line).toBe(isCanonicalFile(file))
        if (!isCanonicalLine(line)) continue
        recognised += 1
        expect(isUnchangedBySchema(line), line).toBe(true)
      }
    }
    expect(recognised).toBeGreaterThan(300)
  })

  it('is every usual entry: decimals, unknown figures, names that are not ASCII', () => {
    const usual: Partial<Entry>[] = [
      {},
      { wh: 0.123_456_789, g: null, l: 12, coverage: 0.987_654_321_098_765_4 },
      { workflow: 'Déployer 🚀', method: null, pr: 7, ended_at: '2026-11-30T23:59:59Z' },
    ]
    for (const change of usual)
      expect(isCanonicalLine(JSON.stringify({ ...ENTRY, ...change })), JSON.stringify(change)).toBe(true)
  })

  it('is not a line with other white space, another order, a duplicate or additional field, or a number written otherwise', () => {
    const line = JSON.stringify(ENTRY)
    const { v, ...rest } = ENTRY
    const others = [
      ` ${line}`,
      `${line} `,
      `${line}\n`,
      line.replace(':', ': '),
      JSON.stringify({ ...rest, v }),
      JSON.stringify({ ...ENTRY, more: 1 }),
      line.replace('"v":1', '"v":1,"v":1'),
      line.replace('"v":1', '"v":2'),
      line.replace(/"s":[^,]*/, '"s":1.0'),
      line.replace(/"s":[^,]*/, '"s":01'),
      line.replace(/"s":[^,]*/, '"s":1e3'),
      line.slice(0, -1),
      '',
    ]
    for (const other of others) expect(isCanonicalLine(other), other).toBe(false)
  })

  it('is not a correction, whose figures belong to another line', () => {
    expect(isCanonicalLine(JSON.stringify({ ...ENTRY, corrects: 'a', reason: 'b' }))).toBe(false)
  })
})

describe('a canonical file', () => {
  const isFile = (text: string): boolean => isCanonicalFile(Buffer.from(text, 'utf8'))

  it('has such lines only, each with its newline', () => {
    const line = entryLine(ENTRY)
    expect(isFile('')).toBe(true)
    expect(isFile(line + line)).toBe(true)
    expect(isFile(line + line.trimEnd())).toBe(false)
    expect(isFile(`${line}\n${line}`)).toBe(false)
    expect(isFile(line + entryLine({ ...ENTRY, corrects: 'a', reason: 'b' }))).toBe(false)
  })
  it('is valid UTF-8, and its texts are within the limit also where a character has several bytes', () => {
    const named = (workflow: string): string => entryLine({ ...ENTRY, workflow })
    expect(isFile(named('Déployer 🚀'))).toBe(true)
    expect(isFile(named('é'.repeat(301)))).toBe(false)
    expect(isCanonicalFile(Buffer.from(named('D\u00E9ployer'), 'latin1'))).toBe(false)
  })

  it('gives the rows of a table as the lines have them, and none where one line is something else', () => {
    const entries = [
      ENTRY,
      { ...ENTRY, key: 'é', workflow: 'Déployer 🚀', job: null, wh: null, g: 0.5, coverage: 0.25 },
    ]
    const text = entries.map(entryLine).join('')
    const rows = entries.map(({ key, ended_at, workflow, job, wh, g, verdict }) => {
      return { key, ended_at, workflow, job, wh, g, verdict }
    })
    expect(canonicalRows(Buffer.from(text))).toEqual(rows)
    expect(canonicalRows(Buffer.from(''))).toEqual([])
    const correction = entryLine({ ...ENTRY, corrects: 'a', reason: 'b' })
    for (const other of [text.trimEnd(), `${text}\n`, text + correction, text.replace('"wh":', '"wh": ')])
      expect(canonicalRows(Buffer.from(other)), other).toBeNull()
  })
})
