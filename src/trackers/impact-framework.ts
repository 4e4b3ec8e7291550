import { MeasurementError } from '../core/errors.ts'
import { type Units, singular } from '../core/functional-unit.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { sumOrNull } from '../core/quantity.ts'
import { clock, instant } from './clock.ts'
import { type Fields, amount, isFields, member, memberAt, textAt } from './field.ts'
import type { Log } from './log.ts'
import { readTextLog } from './log-reading.ts'
import type { LogFormat } from './tracker.ts'
import { yamlDocument } from './yaml-document.ts'

/** Deepest tree of components. */
const MAX_DEPTH = 50

/**
 * Impact Framework (github.com/Green-Software-Foundation/if): the manifest that `if-run` wrote. Its leaves' outputs add up; what it
 * aggregated itself is the same again and is left out.
 */
export const impactFramework: LogFormat = {
  name: 'impact-framework',
  title: 'Impact Framework output manifest (YAML)',
  figures: 'kWh and g (operational and embodied); modelled or estimated; PUE as in its pipeline',
  detect: (head) =>
    /^(?:tree|graph):\s*(?:#.*)?$/m.test(head) &&
    (/^(?:initialize|execution):/m.test(head) ||
      (/^\s+children:\s*(?:#.*)?$/m.test(head) && /^\s+(?:- )?(?:outputs|inputs|observations):/m.test(head))),
  read: (source) =>
    readTextLog(source, (text, log) => {
      const manifest = yamlDocument(text)
      const status = member(member(manifest, 'execution'), 'status')
      if (typeof status === 'string' && status !== 'success')
        throw new MeasurementError(`its execution ended with ${JSON.stringify(status)}`)
      const records: EnergyRecord[] = []
      // The tree was called graph in 2023.
      const tree = member(manifest, 'tree') ?? member(manifest, 'graph')
      walk(tree, [], { log, unit: functionalUnit(manifest), records }, 0)
      if (records.length === 0 && log.refused === 0) throw new MeasurementError('it has no outputs: run if-run first')
      if (!text.endsWith('\n')) log.leaveOpen(text.split('\n').length)
      return records
    }),
}

interface Context {
  readonly log: Log
  /** Name of the parameter that the Sci plugin divides by. */
  readonly unit: string | null
  readonly records: EnergyRecord[]
}

function functionalUnit(manifest: unknown): string | null {
  const plugins = memberAt(manifest, 'initialize', 'plugins')
  if (!isFields(plugins)) return null
  const named = Object.values(plugins)
    .filter((plugin) => member(plugin, 'method') === 'Sci')
    // Until 0.6 a plugin's config was its `global-config`.
    .map((plugin) => member(member(plugin, 'config') ?? member(plugin, 'global-config'), 'functional-unit'))
  return typeof named[0] === 'string' ? named[0] : null
}

function walk(node: unknown, path: readonly string[], context: Context, depth: number): void {
  if (depth > MAX_DEPTH) throw new MeasurementError(`components nested deeper than ${MAX_DEPTH}`)
  const children = member(node, 'children')
  if (isFields(children)) {
    for (const [name, child] of Object.entries(children)) walk(child, [...path, name], context, depth + 1)
    return
  }
  const outputs = member(node, 'outputs')
  if (!Array.isArray(outputs)) {
    if (member(node, 'inputs') !== undefined)
      context.log.refuse(null, `${path.join(' > ')} has inputs and no outputs: run if-run first`)
    return
  }
  try {
    context.records.push(component(outputs, path, context))
  } catch (error) {
    if (!(error instanceof MeasurementError)) throw error
    context.log.refuse(null, `${path.join(' > ')}: ${error.message}`)
  }
}

function component(outputs: readonly unknown[], path: readonly string[], context: Context): EnergyRecord {
  const rows = outputs.filter((row) => isFields(row))
  if (rows.length === 0 || rows.length !== outputs.length)
    throw new MeasurementError('its outputs are not a list of observations')
  const sumOf = (figure: (row: Fields) => number | null): number | null => sumOrNull(rows.map(figure))
  const sumAt = (key: string | null): number | null => (key === null ? null : sumOf((row) => parameter(row, key)))
  const wh = (kwh: number | null): number | null => (kwh === null ? null : kwh * 1000)
  const text = (key: string): string | null => textAt(rows[0], key)
  const embodiedOf = (row: Fields): number | null =>
    parameter(row, 'embodied-carbon') ?? parameter(row, 'carbon-embodied')
  const itWh = wh(sumAt(energyParameter(rows)))
  const embodiedG = sumOf(embodiedOf)
  const emissionsG = sumOf((row) => {
    const operational = parameter(row, 'carbon-operational') ?? parameter(row, 'operational-carbon')
    return operational ?? operationalPart(parameter(row, 'carbon'), embodiedOf(row))
  })
  if (itWh === null && emissionsG === null && embodiedG === null)
    throw new MeasurementError('there is neither energy nor carbon in its outputs')
  const [intensity, ...others] = new Set(rows.map((row) => parameter(row, 'grid/carbon-intensity')))
  const [start, last] = [rows[0], rows.at(-1)].map((row) => clock(textAt(row, 'timestamp') ?? ''))
  const lastS = parameter(rows.at(-1) as Fields, 'duration') ?? 0
  return context.log.record({
    name: path.join(' > ') || 'tree',
    startedAt: start?.instant ?? null,
    endedAt: last?.instant ? instant(last.seconds + lastS) : null,
    durationS: sumAt('duration'),
    itWh,
    cpuWh: wh(sumAt('cpu/energy')),
    memoryWh: wh(sumAt('memory/energy')),
    emissionsG,
    embodiedG,
    gPerKwh: others.length === 0 ? (intensity ?? null) : null,
    place: text('cloud/region') ?? text('geolocation'),
    method: rows.every((row) => member(row, 'cpu/utilization') !== undefined) ? 'modelled' : 'estimated',
    units: unitsOf(context.unit, sumAt(context.unit)),
  })
}

/** `component` is a placeholder of one; a count of 0 makes no unit. */
function unitsOf(name: string | null, count: number | null): Units | null {
  if (name === null || name === 'component' || count === null || !(count > 0)) return null
  return { name: singular(name), count }
}

/** The total less the hardware's share. Without a hardware figure, carbon is operational. */
function operationalPart(carbon: number | null, embodied: number | null): number | null {
  if (carbon === null) return null
  if (embodied === null) return carbon
  if (carbon < embodied) throw new MeasurementError('carbon is less than the embodied part of it')
  return carbon - embodied
}

/** Names of the energy that people give it, best first; only the first is the framework's own. */
const ENERGY_PARAMETERS = ['energy', 'cpu-energy-kwh', 'cpu/energy', 'energy-kwh']

/**
 * Where the energy is. Parameters are named by the user, so another than `energy` is only taken when it explains the operational carbon:
 * energy x grid intensity.
 */
function energyParameter(rows: readonly Fields[]): string | null {
  for (const key of ENERGY_PARAMETERS) {
    if (!rows.every((row) => member(row, key) !== undefined)) continue
    if (key === 'energy') return key
    const explains = rows.every((row) => {
      const carbon = parameter(row, 'carbon-operational')
      const intensity = parameter(row, 'grid/carbon-intensity')
      if (carbon === null || intensity === null) return false
      return Math.abs((parameter(row, key) ?? 0) * intensity - carbon) <= 1e-6 * carbon
    })
    if (explains) return key
  }
  return null
}

/** A number of an observation; null if missing. @throws QuantityError for one that is not a number of at least 0, also for a blank */
function parameter(row: Fields, key: string): number | null {
  const value = member(row, key)
  if (value === undefined) return null
  return amount(key, typeof value === 'string' ? value : undefined)
}
