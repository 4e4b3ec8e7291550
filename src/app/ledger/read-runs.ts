import type { GitHubFailure } from '../../github/failure.ts'
import { inParallel } from '../../github/pages.ts'
import type { ListedRun } from '../../github/run-list.ts'
import { type RunReader, type RunReading, readRun, unknownRunnerWarnings } from './run-entries.ts'

/** Runs as far as the allowance of requests and the time reached. */
interface ReadRuns {
  readonly read: readonly Extract<RunReading, { kind: 'read' }>[]
  /** Runs that may be read at another time. */
  readonly left: readonly ListedRun[]
  /** Why some are left. */
  readonly reason: string
  /** Number of runs that were deleted. */
  readonly gone: number
  /** What was wrong with those that were read, one line each. */
  readonly warnings: readonly string[]
}

/** Runs that fail before the others are not tried any more. */
const MOST_FAILURES = 8

/**
 * Reads runs side by side.
 * @param atOnce how many
 * @param reserve requests that must be left of the allowance for another one
 */
export async function readRuns(
  reader: RunReader,
  runs: readonly ListedRun[],
  { atOnce, reserve }: { readonly atOnce: number; readonly reserve: number },
): Promise<ReadRuns> {
  const { deadline, server } = reader.client
  const failures: GitHubFailure[] = []
  const readings = await inParallel(runs, atOnce, async (run): Promise<RunReading | null> => {
    if (server.spareRequests < reserve || deadline.ending || failures.length >= MOST_FAILURES) return null
    const reading = await readRun(reader, run)
    if (reading.kind === 'failed') failures.push(reading.failure)
    return reading
  })
  const read = readings.filter((reading) => reading?.kind === 'read')
  return {
    read,
    left: runs.filter((_, index) => !readings[index] || readings[index]?.kind === 'failed'),
    reason: failures[0]?.text ?? (deadline.ending ? 'the time is over' : 'the allowance of requests is low'),
    gone: readings.filter((reading) => reading?.kind === 'gone').length,
    warnings: [
      ...read.flatMap(({ warnings }) => warnings),
      ...unknownRunnerWarnings(read.flatMap(({ unknownRunners }) => unknownRunners)),
    ],
  }
}
