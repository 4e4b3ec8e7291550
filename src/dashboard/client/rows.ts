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

/** The order of a column's values. */
interface Ranks {
  /** By row, from 0; unknown values have the rank `known`. */
  readonly ranks: Uint32Array
  /** How many different values are known. */
  readonly known: number
}

/** Made when a column is first sorted by, as they cost the most. */
const ranksOfColumns = new WeakMap<ClientColumn, Ranks>()

/** Rows sorted by a column, by counting. Equal rows keep their order; unknown values come last in both directions. */
export function sortRows(rows: Uint32Array, column: ClientColumn, isAscending: boolean): Uint32Array {
  const { ranks, known } = ranksOfColumns.get(column) ?? ranksOf(column)
  ranksOfColumns.set(column, { ranks, known })
  const placeOf = (row: number): number => {
    const rank = ranks[row] ?? known
    return isAscending || rank === known ? rank : known - 1 - rank
  }
  // Where the rows of each place begin: counts first, then their sums.
  const starts = new Uint32Array(known + 2)
  for (const row of rows) starts[placeOf(row) + 1] = (starts[placeOf(row) + 1] ?? 0) + 1
  for (let place = 1; place < starts.length; place += 1) starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0)
  const sorted = new Uint32Array(rows.length)
  for (const row of rows) {
    const place = placeOf(row)
    const at = starts[place] ?? 0
    sorted[at] = row
    starts[place] = at + 1
  }
  return sorted
}

function ranksOf(column: ClientColumn): Ranks {
  const { values } = column
  const ranks = new Uint32Array(values.length)
  if (column.kind === 'text') {
    const collator = new Intl.Collator('en', { numeric: true })
    const names = [...new Set(column.names)].filter((name) => name !== '').sort((a, b) => collator.compare(a, b))
    const rankOf = new Map(names.map((name, rank) => [name, rank]))
    const ranksOfNames = column.names.map((name) => rankOf.get(name) ?? names.length)
    for (let row = 0; row < ranks.length; row += 1) ranks[row] = ranksOfNames[values[row] ?? 0] ?? names.length
    return { ranks, known: names.length }
  }
  const figures = Float64Array.from(new Set(column.values))
    .filter((value) => !Number.isNaN(value))
    .sort()
  const rankOf = new Map<number, number>()
  figures.forEach((value, rank) => rankOf.set(value, rank))
  for (let row = 0; row < ranks.length; row += 1) ranks[row] = rankOf.get(values[row] ?? Number.NaN) ?? figures.length
  return { ranks, known: figures.length }
}

/** A cell as people read it; empty for an unknown figure. */
export function cellText(column: ClientColumn, row: number): string {
  if (column.kind === 'text') return column.names[column.values[row] ?? 0] ?? ''
  const value = column.values[row] ?? Number.NaN
  if (Number.isNaN(value)) return ''
  if (column.kind === 'time') return new Date(value * 1000).toISOString().slice(0, 16).replace('T', ' ')
  return value.toLocaleString('en-US', { maximumSignificantDigits: 3 })
}
