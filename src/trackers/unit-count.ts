import type { EnergyRecord } from '../core/energy-record.ts'
import { record } from './record.ts'

/** A file that counts a functional unit and holds no energy: the count belongs to the power logs beside it. */
export function unitCount(
  file: string,
  line: number,
  tool: string,
  name: string,
  count: number,
  durationS: number | null,
): EnergyRecord {
  return record({ name: tool, durationS, units: { name, count }, method: 'measured', file, line })
}
