import { MeasurementError } from '../../core/errors.ts'
import { type Line, isCorrection } from '../entry.ts'
import { type Row, lineOf } from './rows.ts'
import { Findings, minutesAhead } from '../findings.ts'
import type { Verification } from '../store.ts'

/**
 * Checks every row: the schema of a line, corrections that have their entry, clocks.
 * @param hasUniqueKey whether the database keeps keys unique
 */
export async function verifyRows(
  pages: AsyncIterable<readonly Row[]>,
  hasUniqueKey: boolean,
  name: string,
): Promise<Verification> {
  const findings = new Findings()
  const keys = new Set<string>()
  const corrected = new Map<string, string>()
  let entries = 0
  for await (const page of pages) {
    for (const row of page) {
      const line = readRow(row, name)
      if (typeof line === 'string') {
        findings.fault(line)
        continue
      }
      if (keys.has(line.key)) findings.fault(`key ${line.key} is there twice`)
      keys.add(line.key)
      if (isCorrection(line)) corrected.set(line.key, line.corrects)
      else entries += 1
      const minutes = minutesAhead(line.ended_at, Number(row['added_s']))
      if (minutes !== null) findings.warn(`key ${line.key} ended ${minutes} min after it was added: a clock was wrong`)
    }
  }
  for (const [key, target] of corrected) {
    if (!keys.has(target)) findings.fault(`key ${key} corrects ${target}, which is not there`)
  }
  if (keys.size > 0 && !hasUniqueKey) findings.fault(`${name}: the table has no unique index on key`)
  return { commits: 0, entries, ...findings }
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
