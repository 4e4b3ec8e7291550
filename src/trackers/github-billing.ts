import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { groupBy } from '../core/group-by.ts'
import { note } from '../core/notes.ts'
import { nonNegative, parseNumber } from '../core/quantity.ts'
import { type Range, scaleRange, sumRanges } from '../core/range.ts'
import { pueOf } from '../data/cloud-regions.ts'
import { skuWatts } from './billing-sku.ts'
import { type CsvReader, readCsvLog } from './csv-log.ts'
import { isFields, member, textOrNull } from './field.ts'
import { assertRoom } from './limits.ts'
import type { Log } from './log.ts'
import { readJsonLog } from './log-reading.ts'
import type { LogFormat } from './tracker.ts'

const JSON_REPORT = /^\uFEFF?\s*\{(?=[\s\S]*"usageItems"\s*:\s*\[)(?=[\s\S]*"sku"\s*:)/
const CSV_REPORT =
  /^\uFEFF?"?date"?,(?=[^\n\r]*\bproduct\b)(?=[^\n\r]*\bsku\b)(?=[^\n\r]*\bquantity\b)(?=[^\n\r]*\bunit[ _]?type\b)/i

/** GitHub's billing usage report: what its REST API answers (`/organizations/{org}/settings/billing/usage`), and the CSV of its pages. */
export const githubBilling: LogFormat = {
  name: 'github-billing',
  title: "GitHub's billing usage report (JSON `usageItems`, CSV): minutes of hosted runners by repository",
  figures:
    'minutes by SKU times the typical power of the runner, by repository; estimated, with its range; self-hosted minutes have no figure',
  detect: (head) => JSON_REPORT.test(head) || CSV_REPORT.test(head),
  read: (source) =>
    CSV_REPORT.test(source.head) ? readCsvLog(source, ',', rows, { tearsOpen: true }) : readJsonLog(source, items),
}

function items(report: unknown, log: Log): readonly EnergyRecord[] {
  const usage = new Usage(log)
  const list = member(report, 'usageItems')
  if (!Array.isArray(list)) throw new MeasurementError('it has no list `usageItems`')
  for (const [index, item] of list.entries()) {
    log.attempt(null, () => {
      if (!isFields(item)) throw new MeasurementError(`item ${index + 1} is not an object`)
      usage.add((names) => names.map((name) => member(item, name)).find((each) => (each ?? null) !== null))
    })
  }
  return usage.records()
}

const rows: CsvReader = (header, log) => {
  const usage = new Usage(log)
  const columns = new Map(header.names.map((name) => [name.toLowerCase().replaceAll(/[ _]/g, ''), name]))
  return {
    row(value) {
      usage.add((names, isNumber) => {
        const column = names.map((name) => columns.get(name.toLowerCase())).find((each) => each !== undefined)
        const cell = column === undefined ? undefined : value(column)
        return isNumber && cell !== undefined ? (parseNumber(cell) ?? cell) : cell
      })
    },
    records: () => usage.records(),
  }
}

/** A value of an item by the names that it has in the JSON and in the CSV reports of different years. */
type Item = (names: readonly string[], isNumber?: boolean) => unknown

interface Repository {
  readonly organisation: string | null
  readonly name: string
  minutes: number
  wh: Range
}

class Usage {
  readonly #log: Log
  readonly #found = new Map<string, Repository>()
  #hasMinutes = false

  constructor(log: Log) {
    this.#log = log
  }

  /** @throws MeasurementError */
  add(item: Item): void {
    const text = (...names: string[]): string | null => {
      const value = item(names)
      return typeof value === 'string' ? textOrNull(value) : null
    }
    // Storage, seats and other products draw no power of a runner.
    if (text('product')?.toLowerCase() !== 'actions' || !/^minutes?$/i.test(text('unitType') ?? '')) return
    this.#hasMinutes = true
    const sku = text('sku') ?? ''
    const minutes = nonNegative(`the quantity of ${JSON.stringify(sku)}`, item(['quantity', 'grossQuantity'], true))
    const organisation = text('organizationName', 'organization', 'owner')
    const name = repositoryName(text('repositoryName', 'repository', 'repositorySlug'), organisation)
    const watts = skuWatts(sku)
    if (watts === null) {
      throw new MeasurementError(
        `${name}: ${minutes} minutes of ${JSON.stringify(sku)}: the machine behind this SKU is not known`,
      )
    }
    const wh = scaleRange(watts, minutes / 60)
    const known = this.#found.get(name)
    if (known === undefined) {
      assertRoom(this.#found.size)
      this.#found.set(name, { organisation, name, minutes, wh })
    } else {
      known.minutes += minutes
      known.wh = sumRanges([known.wh, wh])
    }
  }

  /** @throws MeasurementError when no minutes were used */
  records(): readonly EnergyRecord[] {
    const all = [...this.#found.values()]
    if (!this.#hasMinutes) throw new MeasurementError('it has no minutes of Actions runners')
    if (!all.every(({ minutes }) => Number.isFinite(minutes))) throw new MeasurementError('its minutes are too many')
    for (const [organisation, repositories] of groupBy(all, ({ organisation }) => organisation)) {
      const { value, low, high } = sumRanges(repositories.map(({ wh }) => wh))
      const minutes = Math.round(repositories.reduce((sum, each) => sum + each.minutes, 0))
      const [best, least, most] = [value, low, high].map((wh) => Number(wh.toPrecision(3)))
      const who = `${organisation ?? 'no organisation'}: ${repositories.length} ${repositories.length === 1 ? 'repository' : 'repositories'}`
      const text = `${who}, ${minutes} minutes of hosted runners at their typical power: ${best} Wh (${least} to ${most}); what a runner really did is not known`
      this.#log.note(note('billing-estimated', text))
    }
    return all.map(({ name, wh }) =>
      this.#log.record({
        name,
        itWh: wh.value,
        rangeWh: { low: wh.low, high: wh.high },
        // GitHub's hosted runners are machines of Azure.
        pue: pueOf('azure', null).pue.value,
        method: 'estimated',
      }),
    )
  }
}

/** `org/repo`: the report writes the repository with or without its owner. */
function repositoryName(repository: string | null, organisation: string | null): string {
  if (repository === null) return organisation ?? 'unknown repository'
  return repository.includes('/') || organisation === null ? repository : `${organisation}/${repository}`
}
