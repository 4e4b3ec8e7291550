import type { EnergyRecord } from '../../core/energy-record.ts'
import { folderOf } from '../../trackers/folder.ts'
import { note } from '../../core/notes.ts'
import { firstNames } from '../../core/first-names.ts'

/** What CodeCarbon leaves of each phase where optimum-benchmark ran. */
const PHASE_FILE = /_codecarbon\.(?:json|csv)$/

/** Differences above this are not rounding errors: the report leaves out the set-up, and may be of one of several rounds. */
const MORE = 1.01

/** optimum-benchmark makes its report from CodeCarbon's files of each phase: those files beside it are the same energy and left out, with a note. */
export function withoutTrackedAgain(records: readonly EnergyRecord[]): EnergyRecord[] {
  const isPhase = ({ file }: EnergyRecord): boolean => PHASE_FILE.test(file)
  if (!records.some(isPhase)) return [...records]
  const reports = new Map<string, EnergyRecord>()
  for (const record of records) {
    const folder = folderOf(record.file)
    if (!record.companion && record.runId === `optimum-benchmark ${folder}` && !reports.has(folder))
      reports.set(folder, record)
  }
  const isAgain = (each: EnergyRecord): boolean => isPhase(each) && reports.has(folderOf(each.file))
  const withWarnings = new Map(
    [...reports].map(([folder, report]) => [report, again(records, folder, report, isAgain)]),
  )
  return records.flatMap((record) => (isAgain(record) ? [] : [withWarnings.get(record) ?? record]))
}

function again(
  records: readonly EnergyRecord[],
  folder: string,
  report: EnergyRecord,
  isAgain: (each: EnergyRecord) => boolean,
): EnergyRecord {
  const beside = records.filter((each) => folderOf(each.file) === folder)
  const [left, kept] = [
    beside.filter(isAgain),
    beside.filter(({ companion, runId }) => !companion && runId === report.runId),
  ]
  if (left.length === 0) return report
  const files = [...new Set(left.map(({ file }) => file))]
  const [leftWh, keptWh] = [energyOf(left), energyOf(kept)]
  const isMore = leftWh > keptWh * MORE
  const text = `${firstNames(files)}: CodeCarbon's files of the phases in ${report.file}, not added to it${isMore ? ` although they contain more (${leftWh} Wh, the report ${keptWh} Wh)` : ''}`
  return { ...report, notes: [...report.notes, note('log-phase-files', text, isMore ? 'warning' : 'info')] }
}

function energyOf(records: readonly EnergyRecord[]): number {
  return records.reduce((sum, { itWh, pue }) => sum + (itWh ?? 0) * pue, 0)
}
