import { make, makeButton } from './elements.ts'
import { type ClientColumn, type Rows, cellText, sortRows } from './rows.ts'

/** Rows of one page. */
const PAGE_ROWS = 50

/** Names that say what ran; the others say where and how. */
const IDENTITY: ReadonlySet<string> = new Set(['ended_at', 'repository', 'workflow', 'job', 'branch'])

/** What ran, its figures, then everything else: a narrow window shows the first of them. */
function inReadingOrder(columns: readonly ClientColumn[]): ClientColumn[] {
  const isIdentity = ({ key }: ClientColumn): boolean => IDENTITY.has(key)
  return [
    ...columns.filter(isIdentity),
    ...columns.filter((column) => !isIdentity(column) && column.kind === 'number'),
    ...columns.filter((column) => !isIdentity(column) && column.kind === 'text'),
  ]
}

/** The table: one page of the chosen rows, sorted by a column. */
export class TableView {
  readonly element: HTMLElement
  readonly #rows: Rows
  readonly #body = make('tbody')
  readonly #heads: HTMLTableCellElement[]
  readonly #status = make('p', { class: 'quiet', role: 'status' })
  readonly #before: HTMLButtonElement
  readonly #after: HTMLButtonElement
  #chosen: Uint32Array = new Uint32Array()
  #sorted: Uint32Array = new Uint32Array()
  #column: ClientColumn | undefined
  #isAscending = false
  #page = 0

  constructor(rows: Rows, noun: string) {
    // A column that says the same everywhere stays in the CSV file only.
    const columns = inReadingOrder(rows.columns.filter((column) => column.kind !== 'text' || column.names.length > 1))
    this.#rows = { ...rows, columns }
    this.#column = rows.columns[0]
    this.#heads = columns.map((column) =>
      make(
        'th',
        { scope: 'col', ...(column.kind === 'number' && { class: 'number' }) },
        makeButton(column.title, () => this.#sortBy(column)),
      ),
    )
    this.#before = makeButton('Previous', () => this.#turn(-1))
    this.#after = makeButton('Next', () => this.#turn(1))
    const caption = `${noun}, ${PAGE_ROWS} at a time; the buttons in the heads sort`
    const table = make(
      'table',
      {},
      make('caption', {}, caption),
      make('thead', {}, make('tr', {}, ...this.#heads)),
      this.#body,
    )
    this.element = make(
      'div',
      {},
      this.#status,
      make('div', { class: 'scroll card', tabindex: '0', role: 'region', 'aria-label': noun }, table),
      make('div', { class: 'tools' }, this.#before, this.#after),
    )
  }

  /** Shows these rows from the first page. */
  show(chosen: Uint32Array): void {
    this.#chosen = chosen
    this.#sort()
  }

  /** The rows in the order of the table. */
  get sorted(): Uint32Array {
    return this.#sorted
  }

  #sortBy(column: ClientColumn): void {
    this.#isAscending = this.#column === column ? !this.#isAscending : column.kind === 'text'
    this.#column = column
    this.#sort()
  }

  #sort(): void {
    if (this.#column) this.#sorted = sortRows(this.#chosen, this.#column, this.#isAscending)
    this.#page = 0
    this.#draw()
  }

  #turn(pages: number): void {
    this.#page += pages
    this.#draw()
  }

  #draw(): void {
    const { columns, count } = this.#rows
    columns.forEach((column, at) => {
      const direction = this.#isAscending ? 'ascending' : 'descending'
      this.#heads[at]?.setAttribute('aria-sort', column === this.#column ? direction : 'none')
    })
    const first = this.#page * PAGE_ROWS
    const shown = this.#sorted.subarray(first, first + PAGE_ROWS)
    this.#body.replaceChildren(...Array.from(shown, (row) => this.#rowElement(row)))
    const last = first + shown.length
    const range =
      shown.length < 2 ? String(last) : `${(first + 1).toLocaleString('en-US')} to ${last.toLocaleString('en-US')}`
    const chosen = this.#chosen.length.toLocaleString('en-US')
    const whole = this.#chosen.length === count ? '' : ` (filtered from ${count.toLocaleString('en-US')})`
    this.#status.textContent = `${range} of ${chosen}${whole}`
    this.#before.disabled = this.#page === 0
    this.#after.disabled = last >= this.#chosen.length
  }

  #rowElement(row: number): HTMLTableRowElement {
    const cells = this.#rows.columns.map((column, at) => {
      const text = cellText(column, row)
      if (at === 0) return make('th', { scope: 'row' }, text)
      const shown = text === '' ? '–' : text
      if (column.kind === 'number') return make('td', { class: 'number' }, shown)
      return make('td', { class: 'text' }, make('span', {}, shown))
    })
    return make('tr', {}, ...cells)
  }
}
