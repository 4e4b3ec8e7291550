import { DAY_MS, dayOf } from '../../core/calendar.ts'
import { MeasurementError } from '../../core/errors.ts'
import { note } from '../../core/notes.ts'
import { eventTraits } from '../../github/events.ts'
import type { Entry } from '../../ledger/entry.ts'
import type { LedgerStore } from '../../ledger/store.ts'
import type { BaselineSource, EarlierRun } from '../baseline/baseline.ts'

/** What of the ledger is the counterpart of the current report. */
export interface LedgerCounterpart {
  /** `owner/name`. */
  readonly repository: string
  /** Name of the workflow. */
  readonly workflow: string
  /** Name of the job as GitHub shows it; null: the whole run. */
  readonly job: string | null
  readonly runId: number
  readonly nowMs: number
}

/** Days that are read one after the other until there are enough runs: most branches need the first step only. */
const STEPS_DAYS = [1, 7, 31] as const

/**
 * Earlier runs by the entries of the ledger: one small read, no request to the forge. Runs of proposals are left out, and so are the
 * figures that a fork reported, and runs with a job that failed, was cancelled or has no figure to be trusted. Each job counts once, with its last attempt; a job is compared with measured executions only.
 */
export function ledgerBaseline(store: LedgerStore, counterpart: LedgerCounterpart): BaselineSource {
  const { nowMs } = counterpart
  // Branches are asked for at the same time. They share each reading: two fetches into one repository lock each other out.
  const readings = new Map<number, Promise<readonly Entry[]>>()
  const entriesOf = (days: number): Promise<readonly Entry[]> => {
    const reading = readings.get(days) ?? store.entries({ from: dayOf(nowMs - days * DAY_MS), to: dayOf(nowMs) })
    readings.set(days, reading)
    return reading
  }
  return {
    name: 'ledger',
    async runs(branch, most) {
      try {
        let runs: readonly EarlierRun[] = []
        for (const days of STEPS_DAYS) {
          runs = earlierRuns(await entriesOf(days), branch, counterpart)
          if (runs.length >= most) break
        }
        return { runs: runs.slice(0, most), isRead: true, notes: [], failures: [] }
      } catch (error) {
        if (!(error instanceof MeasurementError)) throw error
        const text = `Earlier runs could not be read from the ledger: ${error.message}`
        return { runs: [], isRead: false, notes: [note('baseline-unknown', text)], failures: [] }
      }
    },
  }
}

/** Runs of a branch from entries, newest first. */
function earlierRuns(entries: readonly Entry[], branch: string, counterpart: LedgerCounterpart): EarlierRun[] {
  const byRun = new Map<string, Entry[]>()
  for (const entry of entries) {
    const run = /^(\d+)\/\d+\/\d+$/.exec(entry.key)?.[1]
    if (run === undefined || run === String(counterpart.runId) || !isCounterpart(entry, branch, counterpart)) continue
    byRun.set(run, [...(byRun.get(run) ?? []), entry])
  }
  const endOf = (group: readonly Entry[]): number => Math.max(...group.map(({ ended_at }) => Date.parse(ended_at)))
  return [...byRun.values()]
    .sort((a, b) => endOf(b) - endOf(a))
    .map(lastAttempts)
    .flatMap((jobs) => {
      // A run that ended early used less than usual.
      if (jobs.some(({ verdict }) => verdict === 'indeterminate')) return []
      const energies = jobs.map(({ wh }) => wh)
      if (energies.some((wh) => wh === null)) return []
      const totalWh = energies.reduce<number>((sum, wh) => sum + (wh ?? 0), 0)
      const partsWh = new Map(counterpart.job === null ? jobs.map(({ job, wh }) => [job ?? '', wh ?? 0]) : [])
      return totalWh > 0 ? [{ totalWh, partsWh }] : []
    })
}

function isCounterpart(entry: Entry, branch: string, { repository, workflow, job }: LedgerCounterpart): boolean {
  if (
    entry.repository?.toLowerCase() !== repository.toLowerCase() ||
    entry.branch !== branch ||
    entry.workflow !== workflow
  )
    return false
  if (eventTraits(entry.event ?? '').proposes !== null || entry.trust === 'from-fork') return false
  return job === null || (entry.job === job && entry.trust === 'measured')
}

/** The last execution of each job. */
function lastAttempts(entries: readonly Entry[]): Entry[] {
  const attemptOf = ({ key }: Entry): number => Number(key.split('/')[1])
  const last = new Map<string, Entry>()
  for (const entry of entries) {
    const known = last.get(entry.job ?? '')
    if (!known || attemptOf(entry) > attemptOf(known)) last.set(entry.job ?? '', entry)
  }
  return [...last.values()]
}
