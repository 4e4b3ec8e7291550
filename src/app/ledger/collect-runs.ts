import { MeasurementError } from '../../core/errors.ts'
import { eventTraits } from '../../github/events.ts'
import { listReportArtifactsSince } from '../../github/repository-artifacts.ts'
import { type ListedRun, isOfFork, listRuns } from '../../github/run-list.ts'
import type { Added, LedgerStore } from '../../ledger/store.ts'
import { dayOf } from '../../core/calendar.ts'
import { readRuns } from './read-runs.ts'
import { type RunReader, hasJobs } from './run-entries.ts'
import { counted } from '../../core/text.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Runs read side by side. */
const RUNS_AT_ONCE = 4

/**
 * Creation times before the cursor that are listed again: runs that were still in progress when the cursor passed them, and re-runs, which
 * keep the time of their first attempt.
 */
const OVERLAP_MS = DAY_MS

/** GitHub allows a re-run for 30 days after the first attempt ("Re-running workflows and jobs"); a run may take 35 days. */
const REVISITED_DAYS = 30

/** A part of the last 30 days that one collection lists again; each hour of the day has its own, so all have their turn once a day. */
const REVISIT_MS = (REVISITED_DAYS * DAY_MS) / 24

/** Lists may show the end of a run late, ms. */
const LIST_DELAY_MS = HOUR_MS

/** Which runs are collected, and into what. */
export interface Collection {
  readonly store: LedgerStore
  readonly reader: Omit<RunReader, 'artifacts'>
  /** First time of creation, Unix ms, whatever the cursor says; null: go on at the cursor, in a new ledger at the start of the month. */
  readonly sinceMs: number | null
  /** The workflow that collects, as a path: its own runs are not counted. Null: none is left out. */
  readonly ownPath: string | null
}

/** Result of a collection. */
export interface CollectionResult extends Added {
  /** Runs that were read. */
  readonly runs: number
  /** Runs that are left for the next collection. */
  readonly left: number
  /** Runs that were deleted before they were read. */
  readonly gone: number
  /** Until when the ledger is complete, RFC 3339. */
  readonly cursor: string
  /** Why something was left or doubted, one line each. */
  readonly warnings: readonly string[]
}

/**
 * Collects the completed runs of a repository that the ledger does not have yet, in one commit. The cursor is the time before which every
 * completed run is in the ledger. A collection that is interrupted at any point has written nothing or everything, and the next one goes
 * on: entries and cursor are one write, and a run that is read again is found by its keys.
 * @throws MeasurementError when the runs cannot be listed, or the ledger cannot be read or written
 */
export async function collectRuns(collection: Collection): Promise<CollectionResult> {
  const { store, reader, sinceMs } = collection
  const { server } = reader.client
  const name = `${reader.repository.owner}/${reader.repository.repo}`
  const cursor = await store.cursor(name)
  const cursorMs = cursor === null ? null : Date.parse(cursor)
  const fromMs =
    sinceMs ?? (cursorMs === null ? startOfMonth(server.nowMs()) : Math.min(cursorMs, Date.now()) - OVERLAP_MS)
  const recent = await listRuns(reader.client, reader.repository, { fromMs })
  if (!recent.ok) throw new MeasurementError(recent.failure.text, 'GitHub')
  // By the forge's clock, which is in its answers: that of the runner may be wrong by hours.
  const nowMs = server.nowMs()
  const readBeforeMs = sinceMs === null && cursorMs !== null ? Math.min(cursorMs, nowMs) - LIST_DELAY_MS : fromMs
  const isWanted = (run: ListedRun): boolean => run.isCompleted && hasJobs(run) && !isOwn(run, collection)
  const candidates = recent.value.runs.filter((run) => isWanted(run) && run.updatedMs >= readBeforeMs)
  const earlier = recent.value.isComplete ? (await listEarlier(collection, nowMs, fromMs)).filter(isWanted) : []
  const recorded = new RecordedRuns(store, nowMs)
  const wanted: ListedRun[] = []
  for (const run of [...candidates, ...earlier]) if (!(await recorded.has(run))) wanted.push(run)
  // The oldest first: what is left for the next time is the newest.
  wanted.sort((a, b) => a.updatedMs - b.updatedMs)
  const artifacts = await artifactsOf(reader, wanted)
  const reading = await readRuns({ ...reader, artifacts }, wanted, { atOnce: RUNS_AT_ONCE, reserve: REQUESTS_AT_ONCE })
  const { read, left, gone } = reading
  const isRecent = new Set(candidates)
  const limits = left
    .filter((run) => isRecent.has(run))
    .map((run) => Math.min(run.updatedMs, run.createdMs + OVERLAP_MS))
  // An incomplete list may miss any run, so the cursor stays.
  const { isComplete } = recent.value
  const reachedMs = isComplete ? Math.min(nowMs, ...limits) : (cursorMs ?? fromMs)
  const until = timeText(Math.max(reachedMs, cursorMs ?? fromMs))
  const entries = read.flatMap((run) => run.entries)
  const added = await store.collect(entries, until, name)
  return {
    ...added,
    runs: wanted.length - left.length - gone,
    left: left.length,
    gone,
    cursor: until,
    warnings: [
      ...reading.warnings,
      ...(left.length === 0
        ? []
        : [`${counted(left.length, 'run is', 'runs are')} left for the next collection: ${reading.reason}`]),
      ...(isComplete ? [] : ['the list of runs is incomplete: the next collection goes on']),
    ],
  }
}

/** Begin of the month, and a day before: a week or a run may have begun in the last month. */
function startOfMonth(ms: number): number {
  return Date.parse(`${dayOf(ms).slice(0, 7)}-01`) - DAY_MS
}

function timeText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`
}

/** Runs of the part of the last 30 days whose turn it is, that a re-run or a long duration may have kept out of the ledger. */
async function listEarlier({ reader }: Collection, nowMs: number, recentFromMs: number): Promise<readonly ListedRun[]> {
  const { client, repository } = reader
  const part = revisitedPart(nowMs, recentFromMs)
  if (part === null || !client.server.allowsOptional) return []
  const earlier = await listRuns(client, repository, part)
  // A part that cannot be listed has its turn tomorrow again.
  if (!earlier.ok) return []
  return earlier.value.runs.filter(
    ({ attempt, createdMs, updatedMs }) => attempt > 1 || updatedMs - createdMs >= OVERLAP_MS - LIST_DELAY_MS,
  )
}

/** The part of the last 30 days whose turn it is, as far as the recent list does not have it; null: nothing is left of it. */
export function revisitedPart(nowMs: number, recentFromMs: number): { fromMs: number; toMs: number } | null {
  const midnight = Math.floor(nowMs / DAY_MS) * DAY_MS
  const hour = Math.floor((nowMs - midnight) / HOUR_MS)
  const toMs = Math.min(midnight - hour * REVISIT_MS, recentFromMs) - 1000
  const fromMs = midnight - (hour + 1) * REVISIT_MS
  return fromMs < toMs ? { fromMs, toMs } : null
}

/** Whether a run is the collector's own. A proposal may call its workflow what it likes, so its runs never are. */
function isOwn(run: ListedRun, { ownPath, reader }: Collection): boolean {
  if (ownPath === null || run.path?.replace(/@.*$/, '') !== ownPath) return false
  return eventTraits(run.event).workflowOf === 'repository' && !isOfFork(run, reader.repository)
}

/** Which attempts of runs the ledger has, by the keys of its entries. Days are read when they are asked for. */
class RecordedRuns {
  readonly #store: LedgerStore
  readonly #nowMs: number
  readonly #attempts = new Set<string>()
  readonly #days = new Set<string>()

  constructor(store: LedgerStore, nowMs: number) {
    this.#store = store
    this.#nowMs = nowMs
  }

  /** Whether an entry of the run's last attempt is there. Its last job ended shortly before the run did. */
  async has({ id, attempt, updatedMs }: ListedRun): Promise<boolean> {
    const last = Math.min(updatedMs, this.#nowMs)
    await this.#read(dayOf(last - DAY_MS), dayOf(last))
    return this.#attempts.has(`${id}/${attempt}`)
  }

  async #read(from: string, to: string): Promise<void> {
    if (this.#days.has(from) && this.#days.has(to)) return
    for (const { key } of await this.#store.lines({ from, to })) {
      // Only the collector ends its keys with the id of a check run; `ledger add` names the job.
      const attempt = /^(\d+\/\d+)\/\d+$/.exec(key)?.[1]
      if (attempt !== undefined) this.#attempts.add(attempt)
    }
    this.#days.add(from).add(to)
  }
}

/** Requests that runs read side by side may send before the answers tell what is left of the allowance. */
const REQUESTS_AT_ONCE = 3 * RUNS_AT_ONCE

/** Runs up to which each one's own list of artifacts is as cheap as the repository's. */
const FEW_RUNS = 2

/** Pages of the repository's artifacts read at most: 2,000 artifacts, those of an hour of the busiest repositories. */
const MOST_ARTIFACT_PAGES = 20

/** Artifacts of the runs from the repository's list, where that takes fewer requests than asking for each run. */
async function artifactsOf(
  { client, repository }: Omit<RunReader, 'artifacts'>,
  runs: readonly ListedRun[],
): Promise<Exclude<RunReader['artifacts'], 'none'>> {
  if (runs.length <= FEW_RUNS) return () => null
  const sinceMs = Math.min(...runs.map(({ createdMs }) => createdMs))
  const pages = Math.min(MOST_ARTIFACT_PAGES, Math.ceil(runs.length / 2))
  const listed = await listReportArtifactsSince(client, repository, sinceMs, pages)
  if (!listed.ok || !listed.value.isComplete) return () => null
  return ({ id }) => listed.value.byRun.get(id) ?? []
}
