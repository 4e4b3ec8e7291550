import type { EnergyRecord } from '../../core/energy-record.ts'
import { type NoteCode, type Note, hasCode, note } from '../../core/notes.ts'
import { sumOrNull } from '../../core/quantity.ts'

/** Notes of readers that say that energy is not in the figure. */
const MISSING_ENERGY: readonly NoteCode[] = [
  'log-cpu-zero',
  'log-gpu-zero',
  'log-gpu-silent',
  'log-counter-restart',
  'log-meter-silent',
  'log-torn',
  'log-no-line-end',
  'log-same-time',
  'log-usage-unfinished',
  'log-usage-unread',
]

/** Longest time over which a meter may count 0 Wh by its rounding, s. */
const LONGEST_ZERO_S = 1

/** One note for each file whose energy is known to be incomplete. */
export function missingEnergy(records: readonly EnergyRecord[]): Note[] {
  const files = new Map<string, string>()
  for (const record of records) {
    const reason = missingPart(record)
    if (reason !== null && !files.has(record.file)) files.set(record.file, reason)
  }
  const all = sumOrNull(records.map(({ itWh, emissionsG, embodiedG }) => itWh ?? emissionsG ?? embodiedG))
  const [first] = records
  if (all === 0 && first !== undefined) files.set(first.file, 'all of its figures are 0')
  return [...files].map(([file, reason]) =>
    note('log-energy-missing', `${file}: energy is missing (${reason}): no budget passes on this figure`),
  )
}

function missingPart({ notes, name, method, itWh, cpuWh, durationS }: EnergyRecord): string | null {
  const known = notes.find((each) => hasCode(each, ...MISSING_ENERGY))
  if (known) return known.text
  // A meter of a running device never stands still; a model may say 0.
  if (method !== 'measured' || (durationS !== null && durationS <= LONGEST_ZERO_S)) return null
  if (itWh === 0) return `${name} has 0 Wh`
  // The CPU of a host with several trackers is in the record of another one.
  const isCountedElsewhere = notes.some((each) => hasCode(each, 'log-same-machine-gpus'))
  return cpuWh === 0 && !isCountedElsewhere ? `the CPU of ${name} has 0 Wh` : null
}
