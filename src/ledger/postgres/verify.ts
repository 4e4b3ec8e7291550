import { MeasurementError } from '../../core/errors.ts'
import { type Line, isCorrection } from '../entry.ts'
import { type Row, lineOf } from './rows.ts'
import type { LedgerFault, Verification } from '../store.ts'

/** How much later than its row an entry may end before a clock must be wrong, ms. */
const CLOCK_SLACK_MS = 10 * 60_000

/**
 * Checks every row: the schema of a line, corrections that have their entry, clocks.
 * @param hasUniqueKey whether the database keeps keys unique
 */
export async function verifyRows(
  pages: AsyncIterable<readonly Row[]>,
  hasUniqueKey: boolean,
  name: string,
): Promise<Verification> {
  const faults: LedgerFault[] = []
  const warnings: LedgerFault[] = []
  const fault = (text: string): LedgerFault => ({ commit: null, file: null, line: null, text })
  const keys = new Set<string>()
  const corrected = new Map<string, string>()
  let entries = 0
  for await (const page of pages) {
    for (const row of page) {
      const line = readRow(row, name)
      if (typeof line === 'string') {
        faults.push(fault(line))
        continue
      }
      if (keys.has(line.key)) faults.push(fault(`key ${line.key} is there twice`))
      keys.add(line.key)
      if (isCorrection(line)) corrected.set(line.key, line.corrects)
      else entries += 1
      const aheadMs = Date.parse(line.ended_at) - Number(row['added_s']) * 1000
      if (aheadMs > CLOCK_SLACK_MS) {
        const minutes = Math.round(aheadMs / 60_000)
        warnings.push(fault(`key ${line.key} ended ${minutes} min after it was added: a clock was wrong`))
      }
    }
  }
  for (const [key, target] of corrected) {
    if (!keys.has(target)) faults.push(fault(`key ${key} corrects ${target}, which is not there`))
  }
  if (keys.size > 0 && !hasUniqueKey) faults.push(fault(`${name}: the table has no unique index on key`))
  return { commits: 0, entries, faults, warnings }
}

/** The line, or what is wrong with it. */
function readRow(row: Row, name: string): Line | string {
  try {
    return lineOf(row, name)
  } catch (error) {
    if (error instanceof MeasurementError) return error.message
    throw error
  }
}
