import { cutMiddle, visible } from '../render/escape.ts'
import {
  type Column,
  type EncodedTable,
  LARGEST_NAME,
  encodeFigures,
  encodeIndexes,
  encodeTimes,
} from './table-code.ts'
import type { Entry } from '../ledger/entry.ts'

/** A row of the table: an entry, or the sum of the entries of a day and workflow. */
export interface Row {
  /** Unix s of its end. */
  readonly time: number
  /** Values of TEXT_COLUMNS. */
  readonly texts: readonly (string | null)[]
  /** Values of NUMBER_COLUMNS; null: unknown. */
  readonly numbers: readonly (number | null)[]
}

/** Columns with text, in their order in the table. */
export const TEXT_COLUMNS = [
  ['repository', 'Repository'],
  ['workflow', 'Workflow'],
  ['job', 'Job'],
  ['branch', 'Branch'],
  ['runner', 'Runner'],
  ['region', 'Region'],
  ['method', 'Method'],
  ['trust', 'Trust'],
  ['verdict', 'Verdict'],
] as const satisfies readonly (readonly [keyof Entry, string])[]

/** Columns with numbers. The unit is in the title. */
export const NUMBER_COLUMNS = [
  ['g', 'CO₂e, g'],
  ['wh', 'Energy, Wh'],
  ['em_g', 'Hardware, g'],
  ['l', 'Water, L'],
  ['s', 'Time, s'],
] as const satisfies readonly (readonly [keyof Entry, string])[]

/** Characters of a name that the page keeps. */
const NAME_LENGTH = 100

export function rowOf(entry: Entry): Row {
  return {
    time: Math.floor(Date.parse(entry.ended_at) / 1000),
    texts: TEXT_COLUMNS.map(([key]) => entry[key]),
    numbers: NUMBER_COLUMNS.map(([key]) => entry[key]),
  }
}

/** Rows as compact columns, newest first: about 35 characters a row. */
export function encodeRows(rows: readonly Row[]): EncodedTable {
  const sorted = rows.toSorted((a, b) => b.time - a.time)
  const texts = TEXT_COLUMNS.map(([key, title], at): Column => {
    const { names, indexes } = dictionaryOf(sorted.map((row) => row.texts[at] ?? null))
    return { kind: 'text', key, title, names, code: encodeIndexes(indexes, names.length) }
  })
  const numbers = NUMBER_COLUMNS.map(([key, title], at): Column => ({
    kind: 'number',
    key,
    title,
    code: encodeFigures(sorted.map((row) => row.numbers[at] ?? null)),
  }))
  return { count: sorted.length, times: encodeTimes(sorted.map(({ time }) => time)), columns: [...texts, ...numbers] }
}

/** Each name once, the most frequent first. What does not fit into the dictionary is one more name, `(other)`. */
function dictionaryOf(values: readonly (string | null)[]): { names: string[]; indexes: number[] } {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value ?? '', (counts.get(value ?? '') ?? 0) + 1)
  const byCount = [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name)
  const isCut = byCount.length > LARGEST_NAME + 1
  const kept = isCut ? byCount.slice(0, LARGEST_NAME) : byCount
  const at = new Map(kept.map((name, index) => [name, index]))
  const names = kept.map((name) => cutMiddle(visible(name.slice(0, 5000)), NAME_LENGTH))
  if (isCut) names.push('(other)')
  return { names, indexes: values.map((value) => at.get(value ?? '') ?? kept.length) }
}
