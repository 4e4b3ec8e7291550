/** Where entries and totals lie in the ledger's tree. Hive folders: DuckDB, BigQuery, Spark and ClickHouse read them in place. */

/** `ledger/v1/year=2026/month=11/day=28/13.ndjson`. @param endedAt RFC 3339 in UTC */
export function hourPath(endedAt: string): string {
  const [, year, month, day, hour] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d)/.exec(endedAt) ?? []
  return `ledger/v1/year=${year}/month=${month}/day=${day}/${hour}.ndjson`
}

/** `totals/2026-11.json`. @param day `2026-11-28` or `2026-11` */
export function totalsPath(day: string): string {
  return `totals/${day.slice(0, 7)}.json`
}

/** Name of the file that explains the ledger to people. */
export const README_PATH = 'README.md'

const HOUR_PATH =
  /^ledger\/v1\/year=(\d{4})\/month=(0[1-9]|1[0-2])\/day=(0[1-9]|[12]\d|3[01])\/([01]\d|2[0-3])\.ndjson$/

/** Day of a file of entries, `2026-11-28`; null for every other path. */
export function dayOfPath(path: string): string | null {
  const match = HOUR_PATH.exec(path)
  return match ? `${match[1]}-${match[2]}-${match[3]}` : null
}

/** Milliseconds of an hour. */
const HOUR_MS = 3_600_000

/** Paths of the hour and its neighbours: two clocks may put one job's end into different hours. */
export function nearbyPaths(endedAt: string): string[] {
  const at = Date.parse(endedAt)
  return [0, -HOUR_MS, HOUR_MS].map((shift) => hourPath(new Date(at + shift).toISOString()))
}
