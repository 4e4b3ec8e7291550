import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { EnergyRecord } from '../../core/energy-record.ts'
import { note } from '../../core/notes.ts'
import type { Note } from '../../core/report.ts'
import { firstNames } from '../../core/first-names.ts'
import type { LogReading, Refusal } from '../../trackers/tracker.ts'

/** How CodeCarbon renames a log whose columns differ from its own: emissions.csv.bak, emissions.csv_0.bak (`backup` in core/util.py). */
export const SET_ASIDE = /(?:_\d+)?\.bak$/i

/** Runs that are at most this far from a run of the log itself are taken for the same job, s. */
const SAME_JOB_S = 24 * 3600

/** A file by its path and by the name that people see. */
interface NamedFile {
  readonly path: string
  readonly shown: string
}

/** Finds the files that CodeCarbon set aside beside a log. */
export async function findSetAsideBeside({ path, shown }: NamedFile): Promise<NamedFile[]> {
  const entries = await readdir(dirname(path)).catch((): string[] => [])
  const own = basename(path)
  return entries
    .filter((entry) => SET_ASIDE.test(entry) && entry.replace(SET_ASIDE, '') === own)
    .sort()
    .map((entry) => ({
      path: join(dirname(path), entry),
      shown: shown.slice(0, shown.length - own.length) + entry,
    }))
}

/** Runs of files that CodeCarbon set aside: those of the job that is read, and a note that says what became of the others. */
export interface SetAsideRuns {
  readonly records: readonly EnergyRecord[]
  /** Rows that cannot be trusted, of files that are of the same job or may be. */
  readonly refusals: readonly Refusal[]
  readonly notes: readonly Note[]
}

/**
 * Selects the runs of the same job: CodeCarbon sets a log aside when its columns change, even within one job (issues 987 and 1092),
 * and a log that was kept for months has old ones. Runs without a time are counted; a file whose log is not read is not. A row that
 * cannot be trusted refuses the figure, unless all runs of its file are of other days.
 * @param asides what is in the files set aside, by the name of the file as it is shown; null for a file that cannot be read as a log
 * @param logs records of the logs beside them
 */
export function runsOfSameJob(
  asides: ReadonlyMap<string, LogReading | null>,
  logs: readonly EnergyRecord[],
): SetAsideRuns {
  const records: EnergyRecord[] = []
  const refusals: Refusal[] = []
  const counted: string[] = []
  const left: string[] = []
  for (const [file, reading] of asides) {
    const runs = reading?.records ?? null
    const siblings = logs.filter((each) => each.file === file.replace(SET_ASIDE, ''))
    const times = siblings.flatMap(({ localTime }) => localTime ?? [])
    const fromS = Math.min(...times.map(({ startS }) => startS)) - SAME_JOB_S
    const toS = Math.max(...times.map(({ endS }) => endS)) + SAME_JOB_S
    const isOfJob = ({ localTime }: EnergyRecord): boolean =>
      localTime === null || times.length === 0 || (localTime.endS >= fromS && localTime.startS <= toS)
    const ofJob = siblings.length === 0 ? [] : (runs ?? []).filter(isOfJob)
    records.push(...ofJob)
    if (ofJob.length > 0) counted.push(file)
    const mayBeOfJob = siblings.length > 0 && (ofJob.length > 0 || runs?.length === 0)
    if (mayBeOfJob) refusals.push(...(reading?.refusals ?? []))
    if (runs === null || ofJob.length < runs.length) left.push(file)
  }
  const notes: Note[] = []
  if (counted.length > 0) {
    const text = `${firstNames(counted)}: set aside by CodeCarbon when its columns changed; the runs of the same day are counted. Exclude the file with !GLOB if they are not of this job`
    notes.push(note('log-set-aside', text))
  }
  if (left.length > 0) {
    const text = `${firstNames(left)}: set aside by CodeCarbon; runs of other days, files that cannot be read, and files without their log are not counted. Name the file if it is of this job`
    notes.push(note('log-set-aside', text))
  }
  return { records, refusals, notes }
}
