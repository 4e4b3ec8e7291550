/** Which run and attempt a comment is of: `17000000001.1`. */
export type RunMark = string

const PREFIX = '<!-- carbon-gate:whole '
const SUFFIX = ' -->'

/** A hidden line that says: this comment speaks for the whole of that run. */
export function wholeLine(run: RunMark): string {
  return PREFIX + run + SUFFIX
}

/** The run that a comment describes as a whole; null for a comment of single jobs. Read from the line after the marker. */
export function wholeRunOf(body: string): RunMark | null {
  const line = body.slice(0, 2000).split('\n', 2)[1]?.trimEnd() ?? ''
  if (!line.startsWith(PREFIX) || !line.endsWith(SUFFIX)) return null
  const run = line.slice(PREFIX.length, -SUFFIX.length)
  return /^\d{1,16}\.\d{1,6}$/.test(run) ? run : null
}

/** The run's id, the same for all of its attempts. */
export function idOfRun(run: RunMark): string {
  return run.split('.', 1)[0] ?? run
}

/** Below 0: `a` is of an older run or attempt than `b`. */
export function byRun(a: RunMark, b: RunMark): number {
  const [run = 0, attempt = 0] = a.split('.').map(Number)
  const [otherRun = 0, otherAttempt = 0] = b.split('.').map(Number)
  return run - otherRun || attempt - otherAttempt
}
