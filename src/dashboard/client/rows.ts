import { type EncodedTable, decodeFigures, decodeIndexes, decodeTimes } from '../table-code.ts'

/** A column of the table, decoded. */
export type ClientColumn =
  | { readonly kind: 'time'; readonly key: 'ended_at'; readonly title: string; readonly values: Float64Array }
  | { readonly kind: 'number'; readonly key: string; readonly title: string; readonly values: Float64Array }
  | {
      readonly kind: 'text'
      readonly key: string
      readonly title: string
      readonly values: Uint16Array
      readonly names: readonly string[]
    }

export interface Rows {
  readonly count: number
  readonly columns: readonly ClientColumn[]
}

/** The rows that the page carries. Columns that no row has are left out. */
export function readRows(table: EncodedTable): Rows {
  const { count } = table
  const columns = table.columns.flatMap((column): ClientColumn[] => {
    const { key, title } = column
    if (column.kind === 'number') {
      const values = decodeFigures(column.code, count)
      return values.every(Number.isNaN) ? [] : [{ kind: 'number', key, title, values }]
    }
    if (column.names.length === 0 || (column.names.length === 1 && column.names[0] === '')) return []
    const values = decodeIndexes(column.code, column.names.length, count)
    return [{ kind: 'text', key, title, names: column.names, values }]
  })
  return {
    count,
    columns: [{ kind: 'time', key: 'ended_at', title: 'Ended (UTC)', values: decodeTimes(table) }, ...columns],
  }
}

/** Which rows are shown. */
export interface Filter {
  /** Words that all must be in some name of a row. */
  readonly text: string
  /** Chosen name by key of the column. */
  readonly chosen: Readonly<Record<string, number>>
}

/** Indexes of the rows that pass. Words are looked for in the names, of which there are few, and not in the rows. */
export function filterRows({ count, columns }: Rows, { text, chosen }: Filter): Uint32Array<ArrayBuffer> {
  const texts = columns.filter((column) => column.kind === 'text')
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const hits = words.map((word) =>
    texts.map(({ names, values }) => ({
      values,
      isHit: Uint8Array.from(names, (name) => (name.toLowerCase().includes(word) ? 1 : 0)),
    })),
  )
  const wanted = texts.filter(({ key }) => chosen[key] !== undefined)
  const found = new Uint32Array(count)
  let size = 0
  for (let row = 0; row < count; row += 1) {
    const isChosen = wanted.every(({ key, values }) => values[row] === chosen[key])
    if (isChosen && hits.every((columns) => columns.some(({ values, isHit }) => isHit[values[row] ?? 0] === 1))) {
      found[size] = row
      size += 1
    }
  }
  return found.subarray(0, size)
}

/** Ranks of a column's values by row. Made when the column is first sorted by, as they cost the most. */
const knownRanks = new WeakMap<ClientColumn, Int32Array>()

/** Rows sorted by a column. Equal rows stay in the order of the table; unknown values come last in both directions. */
export function sortRows(rows: Uint32Array, column: ClientColumn, isAscending: boolean): Uint32Array {
  const ranks = knownRanks.get(column) ?? ranksOf(column)
  knownRanks.set(column, ranks)
  const count = ranks.length
  // Rank and row as one number, which typed arrays sort without calling back.
  const keys = Float64Array.from(rows, (row) => {
    const rank = ranks[row] ?? UNKNOWN_RANK
    const place = rank === UNKNOWN_RANK ? count : isAscending ? rank : count - 1 - rank
    return place * count + row
  })
  return Uint32Array.from(keys.sort(), (key) => key % count)
}

const UNKNOWN_RANK = -1

/** The rank of each row's value, from 0. */
function ranksOf(column: ClientColumn): Int32Array {
  if (column.kind === 'text') {
    const { names, values } = column
    const collator = new Intl.Collator('en', { numeric: true })
    const ranks = rankBySorted(
      names.toSorted((a, b) => collator.compare(a, b)),
      (name) => name === '',
    )
    const rankOfNames = names.map((name) => ranks.get(name) ?? UNKNOWN_RANK)
    return Int32Array.from(values, (name) => rankOfNames[name] ?? UNKNOWN_RANK)
  }
  const ranks = rankBySorted(Float64Array.from(new Set(column.values)).sort(), Number.isNaN)
  return Int32Array.from(column.values, (value) => ranks.get(value) ?? UNKNOWN_RANK)
}

function rankBySorted<T>(sorted: Iterable<T>, isUnknown: (value: T) => boolean): Map<T, number> {
  return new Map(Array.from(sorted, (value, rank) => [value, isUnknown(value) ? UNKNOWN_RANK : rank]))
}

/** A cell as people read it; empty for an unknown figure. */
export function cellText(column: ClientColumn, row: number): string {
  if (column.kind === 'text') return column.names[column.values[row] ?? 0] ?? ''
  const value = column.values[row] ?? Number.NaN
  if (Number.isNaN(value)) return ''
  if (column.kind === 'time') return new Date(value * 1000).toISOString().slice(0, 16).replace('T', ' ')
  return value.toLocaleString('en-US', { maximumSignificantDigits: 3 })
}
