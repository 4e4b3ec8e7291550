import { dashboardPage } from '../../src/dashboard/page.ts'
import type { Entry } from '../../src/ledger/entry.ts'
import { buildDashboardAssets } from '../../scripts/dashboard-assets.ts'
import { dashboardOf } from '../../test/fixtures/dashboards.ts'
import { historyEntries } from '../../test/fixtures/history.ts'
import { hostileNames } from './hostile-names.ts'
import type { Subject } from './subject.ts'

const BUDGETS = ['12 kg per month', '2 kg per week', '300 g per workflow', '+10 % vs main', '200 g']

/** Waits for the table; a page without entries has none. */
const TABLE_IS_SHOWN = `new Promise((resolve) => {
  const look = () => {
    const place = document.querySelector('#explorer')
    if (!place || !place.hidden) requestAnimationFrame(() => resolve(true))
    else setTimeout(look, 10)
  }
  look()
})`

function subject(name: string, entries: () => Iterable<Entry>, lines: readonly string[] = BUDGETS): Subject {
  return {
    name: `dashboard-${name}`,
    html: async () => dashboardPage(dashboardOf(entries(), lines), await buildDashboardAssets()),
    ready: TABLE_IS_SHOWN,
  }
}

/** Entries whose every name is hostile, in several repositories. */
function* hostileEntries(): Generator<Entry> {
  const names = hostileNames().map((name) => name.slice(0, 300))
  let at = 0
  for (const entry of historyEntries(300, 40)) {
    const name = names[at % names.length] ?? ''
    at += 1
    yield {
      ...entry,
      repository: at % 2 === 0 ? name : entry.repository,
      workflow: name,
      job: name,
      branch: name,
      cpu: name,
      runner: name,
      region: name,
      event: name,
    }
  }
}

/** Dashboards from nothing to a hundred thousand entries. */
export const DASHBOARD_SUBJECTS: readonly Subject[] = [
  subject('empty', () => []),
  subject('one', () => historyEntries(1)),
  subject('usual', () => historyEntries(3000)),
  subject('large', () => historyEntries(100_000, 88, {})),
  subject('hostile', hostileEntries),
]
