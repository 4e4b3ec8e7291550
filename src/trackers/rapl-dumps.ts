import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { counterJoules, isFrozen } from './counter.ts'
import { amount } from './field.ts'
import type { Log } from './log.ts'
import type { LineReader } from './log-reading.ts'
import { type Note, note } from '../core/notes.ts'
import { MICRO, MMIO, PART, domainOf, machineOf, mirroredCounters, unseenWrapNote, wrapOf } from './rapl-counter.ts'
import { silentNote, whOfJoules } from './record.ts'

const DUMP = /^(\S{0,300}(?:intel|amd)-rapl[^/\s]{0,50})\/(name|energy_uj|max_energy_range_uj)\s*[=:]\s*(.*)$/

/** The prefix before the kernel's part of a path, `sys/` or else the first zone: identifies the machine. */
const MACHINE =
  /^(|.*?\/|[^/]*:)(?:sys\/(?:class|devices)\/|(?:(?:class|devices\/virtual)\/)?(?:powercap\/)?(?:intel|amd)-rapl)/
interface Zone {
  /** The path used for its readings: the kernel lists each zone under several paths. */
  readonly path: string
  name: string | null
  rangeJ: number | null
  readonly readings: number[]
  readonly line: number
}

/** Reads dumps of the powercap tree. */
export const dumps: LineReader = (log) => {
  const machines = new Map<string, Map<string, Zone>>()
  let count = 0
  return {
    line({ text, number, torn }) {
      const match = DUMP.exec(text.trim())
      if (!match) return
      const [, path = '', key, value = ''] = match
      const id = path.slice(path.lastIndexOf('/') + 1)
      const machine = machineIn(path)
      const zones = machines.get(machine) ?? new Map<string, Zone>()
      const zone = zones.get(id) ?? { path, name: null, rangeJ: null, readings: [], line: number }
      if (!zones.has(id) && count < 1000) {
        count += 1
        machines.set(machine, zones.set(id, zone))
      }
      if (torn && key !== 'name') log.leaveOpen(number)
      if (key === 'name') zone.name = value.trim()
      else if (key === 'energy_uj') {
        const reading = amount('energy_uj', value) * MICRO
        // A truncated reading has lost digits, which is not a wrap.
        if (torn && reading < (zone.readings.at(-1) ?? 0)) log.tear(number, 'sample')
        else if (zone.path === path) zone.readings.push(reading)
      } else zone.rangeJ = amount('max_energy_range_uj', value) * MICRO
    },
    records() {
      const records: EnergyRecord[] = []
      if (machines.size === 0) machines.set('', new Map())
      for (const [machine, zones] of machines) log.attempt(null, () => records.push(...dumped(machine, zones, log)))
      return records
    },
  }
}

/** The kernel shows each zone under several paths; `node1/` and `node2/` before them are two machines. */
function machineIn(path: string): string {
  return (MACHINE.exec(path)?.[1] ?? '').replace(/^(?:\.\/|\/)+/, '')
}

/** Two or more dumps give an energy. A single dump gives one reading of each counter, and a second file may have the other. */
function dumped(machine: string, zones: ReadonlyMap<string, Zone>, log: Log): EnergyRecord[] {
  const { file } = log
  const known = [...zones].flatMap(([id, zone]) => {
    const domain = MMIO.test(id) && hasPackage(zones) ? 'inside' : domainOf(zone.name ?? id)
    return domain === null || domain === 'inside' || zone.readings.length === 0 ? [] : [{ id, zone, domain }]
  })
  const mirrored = mirroredCounters(known.map(({ id, zone }) => ({ name: zone.name ?? id, readings: zone.readings })))
  const psys = known.filter(({ domain }) => domain === 'psys')
  const counted = psys.length > 0 ? psys : known.filter(({ id, zone }) => !mirrored.has(zone.name ?? id))
  if (counted.length === 0) throw new MeasurementError('it contains no counter of a package')
  const unnamed = counted.filter(({ zone }) => zone.name === null).map(({ id }) => id)
  const unnamedText = `${unnamed.join(', ')} are taken for packages: without the name of each zone, one may be the whole machine (psys) and their memory is not known`
  const notes = unnamed.length > 1 ? [note('log-zones-unnamed', unnamedText)] : []
  const parts = psys.length > 0 ? [] : [...zones].filter(([id, { name }]) => name === null && PART.test(id))
  for (const [id, { readings }] of parts) {
    if (readings.length > 0)
      notes.push(silentNote(file, id, 'has no name: log the name of each zone, it may be the memory'))
  }
  const most = Math.max(...counted.map(({ zone }) => zone.readings.length))
  for (const { id, zone, domain } of counted) {
    const { length } = zone.readings
    if (length < most)
      notes.push(silentNote(file, `${zone.name ?? domain} (${id})`, `is in ${length} of ${most} dumps`))
    else if (isFrozen(zone.readings) && !(domain === 'dram' && zone.readings[0] === 0))
      notes.push(silentNote(file, `${zone.name ?? domain} (${id})`, 'stands still'))
  }
  if (counted.every(({ zone }) => zone.readings.length > 1)) {
    notes.push(...fallNotes(counted, file))
    const joules = new Map(
      counted.map(({ id, zone, domain }) => [id, { domain, joules: counterJoules(zone.readings, rangeOf(zone)) }]),
    )
    const line = counted[0]?.zone.line ?? null
    const ranges = counted.flatMap(({ zone }) => zone.rangeJ ?? [])
    if (ranges.length > 0) notes.push(unseenWrapNote(file, Math.min(...ranges)))
    return [log.record({ name: 'RAPL', ...machineOf(joules), line, notes })]
  }
  return counted.map(({ id, zone, domain }) => {
    const reading = zone.readings[0] ?? 0
    const part = domain === 'package' ? 'cpu' : domain === 'dram' ? 'memory' : 'whole'
    return log.record({
      name: `RAPL ${zone.name ?? domain}`,
      ...whOfJoules({ [part]: reading }),
      counter: { key: `rapl ${machine}${id}`, joules: reading, series: null, wrapJ: zone.rangeJ },
      line: zone.line,
      notes,
    })
  })
}

/** A counter that falls has wrapped. @throws MeasurementError where a reading comes again after another one: the dumps are in the file twice */
function fallNotes(counted: readonly { readonly id: string; readonly zone: Zone }[], file: string): Note[] {
  return counted.flatMap(({ id, zone: { name, readings, rangeJ } }) => {
    if (!readings.some((reading, at) => at > 0 && reading < (readings[at - 1] ?? 0))) return []
    const steps = readings.filter((reading, at) => at === 0 || reading !== readings[at - 1])
    const counter = `the counter of ${name ?? id}`
    if (new Set(steps).size < steps.length) {
      throw new MeasurementError(`${counter} has one reading more than once: give each dump once, in the order of time`)
    }
    const range = rangeJ === null ? 'the usual range above its last reading' : 'its range'
    return [note('log-wrap', `${file}: ${counter} fell: it is taken to have wrapped once, at ${range}`)]
  })
}

/** Whether a package is read through its registers. */
function hasPackage(zones: ReadonlyMap<string, Zone>): boolean {
  return [...zones].some(
    ([id, zone]) => !MMIO.test(id) && domainOf(zone.name ?? id) === 'package' && zone.readings.length > 0,
  )
}

function rangeOf({ readings, rangeJ }: Zone): number | null {
  if (rangeJ !== null) return rangeJ
  const before = readings.find((reading, index) => (readings[index + 1] ?? Number.POSITIVE_INFINITY) < reading)
  return before === undefined ? null : wrapOf(before)
}
