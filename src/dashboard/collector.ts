import type { Budget } from '../core/budget.ts'
import type { Entry } from '../ledger/entry.ts'
import { NUMBER_COLUMNS, type Row, TEXT_COLUMNS, rowOf } from './columns.ts'
import { History, keyOf, namesOf } from './history.ts'

/** Most entries that the table lists one by one: the page stays under 4 MB. Of more, the sums of each day and workflow are listed. */
const MOST_ROWS = 100_000

/** Entries read one by one into the sums and rows of the page: a million of them need no more memory than their runs. */
export class Collector {
  readonly history: History
  #rows: Row[] | null = []

  readonly #mostRows: number

  /**
   * @param budgets lines whose use is counted
   * @param mostRows entries that are listed one by one
   */
  constructor(budgets: readonly Budget[] = [], mostRows: number = MOST_ROWS) {
    this.#mostRows = mostRows
    this.history = new History(budgets)
  }

  add(entry: Entry): void {
    this.history.add(entry)
    if (this.#rows === null) return
    if (this.#rows.length >= this.#mostRows) this.#rows = null
    else this.#rows.push(rowOf(entry))
  }

  /** Whether the rows are sums because there are too many entries. */
  get isAggregated(): boolean {
    return this.#rows === null
  }

  /** Rows of the table: entries, or sums of a workflow and a day, or a month where even these are too many. */
  rows(): readonly Row[] {
    if (this.#rows !== null) return this.#rows
    const rows = sumRows(this.history, (day) => day)
    if (rows.length <= this.#mostRows) return rows
    return sumRows(this.history, (day) => `${day.slice(0, 7)}-01`).slice(0, this.#mostRows)
  }
}

/** One row for each workflow and day, or for each workflow and month. */
function sumRows(history: History, periodOf: (day: string) => string): Row[] {
  const sums = new Map<string, { time: number; texts: (string | null)[]; numbers: (number | null)[] }>()
  for (const [key, amounts] of history.workflowDays) {
    const [day = '', repository = '', workflow = ''] = namesOf(key)
    const period = periodOf(day)
    const id = keyOf(period, repository, workflow)
    const numbers = NUMBER_COLUMNS.map(([figure]) => amounts.sum(figure))
    const row = sums.get(id)
    if (row) row.numbers = row.numbers.map((value, at) => addKnown(value, numbers[at] ?? null))
    else {
      const names: Partial<Record<string, string>> = { repository, workflow }
      const texts = TEXT_COLUMNS.map(([column]) => names[column] ?? null)
      sums.set(id, { time: Date.parse(period) / 1000, texts, numbers })
    }
  }
  return [...sums.values()]
}

function addKnown(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : a + b
}
