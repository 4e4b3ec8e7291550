import { unjudged, type UnjudgedReport } from '../../core/unjudged.ts'
import { mineralsOfParts, totalsOfParts } from '../../core/totals.ts'
import type { LogFigures } from './summarize.ts'

/** The report of logs before it is judged: the sum of their parts, in the logs' own words where nothing of ours was asked for. */
export function logsDraft(figures: LogFigures, name: string): UnjudgedReport {
  const { parts, durationS, units, counts, basis, notes, runs } = figures
  const only = parts.length === 1 ? parts[0] : undefined
  const times = parts.map(({ started_at }) => started_at)
  const ends = parts.map(({ ended_at }) => ended_at)
  return unjudged(
    { kind: 'logs', name: runs === 1 && only ? only.name : name },
    {
      started_at: times.includes(null) ? null : (times.toSorted()[0] ?? null),
      ended_at: ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null),
      duration_s: durationS,
      machine: only?.machine ?? null,
      ...totalsOfParts(parts),
      minerals_kg_sb: mineralsOfParts(parts),
      units,
      ...(counts && { counts: [...counts] }),
      parts: [...parts],
      basis,
      notes: [...notes],
    },
  )
}
