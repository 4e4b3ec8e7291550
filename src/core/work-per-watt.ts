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

/**
 * Work per watt of the machine (before the PUE), GFLOP/s per W, of a report that counts FLOP. Null: it counts none, or its energy is unknown.
 */
export function gflopsPerWatt({
  units,
  counts,
  energy: { it_wh },
}: Pick<Report, 'units' | 'counts' | 'energy'>): number | null {
  const counted = [...(units ? [units] : []), ...(counts ?? [])].find(({ name }) =>
    Object.hasOwn(GFLOP_OF, name.toUpperCase()),
  )
  if (!counted || it_wh === null || !(it_wh > 0)) return null
  return (counted.count * (GFLOP_OF[counted.name.toUpperCase()] ?? 0)) / (it_wh * JOULES_PER_WH)
}
