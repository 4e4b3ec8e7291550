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

/** Sorts rows in place; unknown figures come last in both directions. */
export function sortRows(rows: Uint32Array, column: ClientColumn, isAscending: boolean): void {
  const keys = column.kind === 'text' ? ranksOf(column.names, column.values) : column.values
  const sign = isAscending ? 1 : -1
  rows.sort((a, b) => {
    const [x, y] = [keys[a] ?? 0, keys[b] ?? 0]
    if (x === y) return a - b
    // Only NaN differs from itself.
    if (x !== x) return y !== y ? a - b : 1
    if (y !== y) return -1
    return sign * (x - y)
  })
}

/** The place of each row's name in the alphabet. */
function ranksOf(names: readonly string[], values: Uint16Array): Float64Array {
  const collator = new Intl.Collator('en', { numeric: true })
  const order = names.map((_, at) => at).sort((a, b) => collator.compare(names[a] ?? '', names[b] ?? ''))
  const ranks = new Float64Array(names.length)
  order.forEach((name, rank) => (ranks[name] = rank))
  return Float64Array.from(values, (value) => ranks[value] ?? 0)
}

/** A cell as people read it; empty for an unknown figure. */
export function cellText(column: ClientColumn, row: number): string {
  if (column.kind === 'text') return column.names[column.values[row] ?? 0] ?? ''
  const value = column.values[row] ?? Number.NaN
  if (Number.isNaN(value)) return ''
  if (column.kind === 'time') return new Date(value * 1000).toISOString().slice(0, 16).replace('T', ' ')
  return value.toLocaleString('en-US', { maximumSignificantDigits: 3 })
}
