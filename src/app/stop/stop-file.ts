import { closeSync, constants, openSync, renameSync, rmSync, writeSync } from 'node:fs'

/** Variable with the path of the stop file, for the command or the later steps of a job. */
export const STOP_FILE_VARIABLE = 'CARBON_GATE_STOP_FILE'

/** What the stop file says. */
export interface StopNotice {
  /** `budget-warning` at 80 %, `budget-exceeded` at 100 %. */
  readonly reason: 'budget-warning' | 'budget-exceeded'
  /** Used share of the budget; 1 is all of it. */
  readonly share: number
  /** The budget line as it was written. */
  readonly budget: string
  /**
   * RFC 3339 time by which the work should end: at 80 % when the budget will be reached at the mean rate so far (a forecast), at
   * 100 % the end of the grace. Null: unknown.
   */
  readonly deadline: string | null
}

const { O_CREAT, O_EXCL, O_WRONLY } = constants
/** Windows has no such flag and no such links. */
const O_NOFOLLOW = constants.O_NOFOLLOW ?? 0

/**
 * Writes the stop file whole: a reader sees the old one or the new one, never a part.
 * @returns whether it could be written; a full disk must not keep the signals back
 */
export function writeStopFile(file: string, notice: StopNotice): boolean {
  const temporary = `${file}.${process.pid}.tmp`
  try {
    rmSync(temporary, { force: true })
    const fd = openSync(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
    try {
      const text = Buffer.from(`${JSON.stringify(notice)}\n`)
      if (writeSync(fd, text) !== text.length) return false
    } finally {
      closeSync(fd)
    }
    renameSync(temporary, file)
    return true
  } catch {
    rmSync(temporary, { force: true })
    return false
  }
}
