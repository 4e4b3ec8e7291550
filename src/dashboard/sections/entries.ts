import type { Dashboard } from '../dashboard.ts'
import { encodeRows } from '../columns.ts'

/** The zoomable view and the table: the script of the page fills them with `entryData`. */
export function entrySection({ collector }: Dashboard): string {
  const { all } = collector.history
  if (all.entries === 0) return ''
  const lead = collector.isAggregated
    ? `<p>${all.entries.toLocaleString('en-US')} jobs are too many to list one by one: each row is the sum of a workflow and a day (or a month, dated on its first day). <code>ledger export</code> writes every entry.</p>`
    : ''
  return `${lead}<noscript><p class="notes">The zoomable view, the table, its filter and the CSV file need JavaScript. Everything above does not.</p></noscript>
<div id="explorer" hidden></div>`
}

/** The rows of the table as a data block, which browsers do not run. */
export function entryData({ collector }: Dashboard): string {
  if (collector.history.all.entries === 0) return ''
  const data = JSON.stringify({ ...encodeRows(collector.rows()), isAggregated: collector.isAggregated })
  return `<script type="application/json" id="rows">${scriptSafe(data)}</script>`
}

/** JSON that cannot end the element it is in, nor begin a comment. */
function scriptSafe(json: string): string {
  return json
    .replaceAll('<', String.raw`\u003C`)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`)
}
