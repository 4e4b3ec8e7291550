import type { Report } from './report.ts'

/** Work of a unit, GFLOP, by its name in upper case. */
const GFLOP_OF: Readonly<Record<string, number>> = {
  FLOP: 1e-9,
  MFLOP: 1e-3,
  GFLOP: 1,
  TFLOP: 1e3,
  PFLOP: 1e6,
  EFLOP: 1e9,
}

const JOULES_PER_WH = 3600

/** Work that a report counts, GFLOP. Null: it counts no FLOP. */
export function gflopsCounted({ units, counts }: Pick<Report, 'units' | 'counts'>): number | null {
  const counted = [...(units ? [units] : []), ...(counts ?? [])].find(({ name }) =>
    Object.hasOwn(GFLOP_OF, name.toUpperCase()),
  )
  return counted ? counted.count * (GFLOP_OF[counted.name.toUpperCase()] ?? 0) : null
}

/**
 * Work per watt of the machine (before the PUE), GFLOP/s per W, of a report that counts FLOP. Null: it counts none, or its energy is unknown.
 */
export function gflopsPerWatt(report: Pick<Report, 'units' | 'counts' | 'energy'>): number | null {
  const gflop = gflopsCounted(report)
  const { it_wh } = report.energy
  return gflop === null || it_wh === null || !(it_wh > 0) ? null : gflop / (it_wh * JOULES_PER_WH)
}
