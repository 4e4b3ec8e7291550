import { type Note, note } from '../core/notes.ts'
import type { PowerCurve } from '../core/power/curve.ts'
import type { MachineSpec } from '../core/power/machine.ts'
import { type WallReadings, hasReadings } from '../core/power/wall-readings.ts'
import type { CpuMatch } from '../data/cpus.ts'
import type { Host } from './hosts.ts'
import { machineCurve } from './machine-curve.ts'

/** The kinds of host that the readings fit best: those of one chip say that the host has one. */
export const hostsByReadings = (
  hosts: readonly Host[],
  readings: WallReadings | undefined,
  curveOf: (host: Host) => PowerCurve,
): readonly Host[] => {
  if (!hasReadings(readings) || hosts.length < 2) return hosts
  const distance = new Map(hosts.map((host) => [host, distanceOf(curveOf(host), readings)]))
  return hosts.toSorted((a, b) => (distance.get(a) ?? 0) - (distance.get(b) ?? 0)).slice(0, 1)
}

const distanceOf = ({ points }: PowerCurve, { idleWatts, fullWatts }: WallReadings): number =>
  [idleWatts, fullWatts].reduce<number>((sum, read, end) => {
    const point = end === 0 ? points[0] : points.at(-1)
    return read === undefined || point === undefined ? sum : sum + Math.log(read / point.watts) ** 2
  }, 0)

/** Warns of readings that are far from the model of the same machine: another machine's, another unit, or with GPUs. */
export const readingNotes = (readings: WallReadings | undefined, spec: MachineSpec, cpu: CpuMatch): readonly Note[] => {
  if (!hasReadings(readings)) return []
  const { points } = machineCurve(spec, cpu)
  const ends = [
    ['idle-watts', readings.idleWatts, points[0]],
    ['full-watts', readings.fullWatts, points.at(-1)],
  ] as const
  return ends.flatMap(([name, read, point]) => {
    if (read === undefined || point === undefined) return []
    const { low, high } = point
    if (read >= low / FAR_FACTOR && read <= high * FAR_FACTOR) return []
    const expected = `${Number(low.toPrecision(2))} to ${Number(high.toPrecision(2))} W`
    const text = `${name} is ${read} W, and the model expects ${expected} of the whole machine: check the unit, and that it is the whole machine's power at the wall without its GPUs`
    return [note('reading-implausible', text)]
  })
}

/** A reading this many times outside the model's range is more likely a slip. */
const FAR_FACTOR = 1.25
