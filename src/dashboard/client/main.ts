/** The script of the page: the zoomable view, the table with its filter, and the CSV file. Everything else works without it. */
import type { EncodedTable } from '../table-code.ts'
import { csvOf } from './csv.ts'
import { labelled, make, makeButton } from './elements.ts'
import { type ClientColumn, type Rows, filterRows, readRows } from './rows.ts'
import { TableView } from './table-view.ts'
import { ZoomView } from './zoom-view.ts'

/** Most names that a list offers; of longer ones the text filter finds a part. */
const MOST_CHOICES = 200

type TextColumn = Extract<ClientColumn, { kind: 'text' }>

function start(): void {
  const data = document.querySelector('#rows')
  const place = document.querySelector<HTMLElement>('#explorer')
  if (!data || !place) return
  const table = JSON.parse(data.textContent ?? '') as EncodedTable & { readonly isAggregated: boolean }
  explore(readRows(table), table.isAggregated ? 'Sums' : 'Entries', place)
}

function explore(rows: Rows, noun: string, place: HTMLElement): void {
  const tableView = new TableView(rows, noun)
  const zoomView = new ZoomView(rows)
  const chosen: Record<string, number> = {}
  const search = make('input', { type: 'search', placeholder: 'part of a name' })
  const update = (): void => {
    const found = filterRows(rows, { text: search.value, chosen })
    tableView.show(found)
    zoomView.show(found)
  }
  search.addEventListener('input', update)
  const lists = rows.columns
    .filter((column): column is TextColumn => column.kind === 'text')
    .filter(({ names }) => names.length > 1 && names.length <= MOST_CHOICES)
    .map((column) => labelled(column.title, choiceOf(column, chosen, update)))
  place.append(
    make(
      'div',
      { class: 'tools' },
      labelled('Filter', search, 'grow'),
      ...lists,
      makeButton('CSV file', () => download(csvOf(rows, tableView.sorted))),
    ),
    zoomView.element,
    tableView.element,
  )
  update()
  place.hidden = false
}

/** A list of the names of a column. */
function choiceOf({ key, names }: TextColumn, chosen: Record<string, number>, update: () => void): HTMLSelectElement {
  const select = make('select', {}, make('option', { value: '' }, 'all'))
  const sorted = names.map((name, at) => ({ name, at })).sort((a, b) => a.name.localeCompare(b.name, 'en'))
  for (const { name, at } of sorted) select.append(make('option', { value: String(at) }, name === '' ? '(none)' : name))
  select.addEventListener('change', () => {
    if (select.value === '') delete chosen[key]
    else chosen[key] = Number(select.value)
    update()
  })
  return select
}

function download(csv: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }))
  const link = make('a', { href: url, download: 'carbon-entries.csv' })
  link.click()
  // The browser has read the address by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

// After the first paint: the pictures do not wait for the table.
requestAnimationFrame(() => setTimeout(start))
