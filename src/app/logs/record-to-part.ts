import {
  type GridFigure,
  NO_EMISSIONS,
  NO_ENERGY,
  type PueFigure,
  computeFootprint,
  intensityOf,
  waterOf,
} from '../../core/footprint.ts'
import type { EnergyRecord } from '../../core/energy-record.ts'
import { makeRange } from '../../core/range.ts'
import type { Emissions, Energy, Intensity, Note, Part, Water } from '../../core/report.ts'
import type { TokenUsage } from '../../core/llm/usage.ts'
import type { SiteWater } from '../../core/water.ts'
import { mineralsOfTokens } from '../../data/minerals.ts'
import { printable } from '../../core/text.ts'
import { note } from '../../core/notes.ts'
import { instant } from '../../trackers/clock.ts'
import { usageCounts } from './usage-energy.ts'

/** Our own figures that the user asked for; null: the log's own are kept. */
export interface Recosting {
  readonly pue: PueFigure | null
  readonly grid: GridFigure | null
  /** Water of the place, for tokens: their energy is ours, so that their log cannot have it. */
  readonly water?: SiteWater | null
}

/** Costs one record: by its own figures, or by those that the user gave for the PUE and the grid. */
export function recordPart(record: EnergyRecord, recosting: Recosting): { part: Part; notes: readonly Note[] } {
  const { energy, emissions, pue, intensity, notes } = costed(record, recosting)
  const part: Part = {
    kind: record.runs > 1 ? 'rest' : record.piece === null ? 'run' : 'step',
    name: record.name,
    started_at: record.startedAt ?? startOf(record),
    ended_at: record.endedAt,
    duration_s: record.durationS,
    energy,
    pue,
    intensity,
    emissions,
    water: record.waterL === null ? waterOfTokens(record, recosting) : { total_l: record.waterL },
    method: record.method,
    coverage: coverageOf(record),
    machine: record.machine && {
      cpu: record.machine.cpu,
      vcpus: record.machine.vcpus,
      memory_gb: record.machine.memoryGb,
      gpus: record.machine.gpus.map((name) => ({ name })),
      provider: null,
      region: record.place,
    },
    units: record.units && {
      ...record.units,
      g_per_unit: emissions.total_g === null ? null : emissions.total_g / record.units.count,
    },
    ...(record.usage === null
      ? {}
      : {
          counts: countsOfPart(record.usage, emissions.total_g),
          minerals_kg_sb: mineralsOfTokens(record.usage.model, record.usage.output),
        }),
    source: printable(record.line === null ? record.file : `${record.file}:${record.line}`),
  }
  return { part, notes: [...record.notes, ...notes] }
}

function waterOfTokens(record: EnergyRecord, { pue, water }: Recosting): Water | null {
  const { usage, itWh } = record
  if (usage === null || itWh === null || !water) return null
  return waterOf(itEnergy(record, itWh).it, pue?.pue ?? makeRange(record.pue), water)
}

function countsOfPart(usage: TokenUsage, totalG: number | null): Part['counts'] {
  return usageCounts([usage]).map(({ name, count }) => ({
    name,
    count,
    g_per_unit: totalG === null ? null : totalG / count,
  }))
}

/** Share of a record's time that its samples cover; null for a log that is not sampled. */
export function coverageOf({ coveredS, durationS }: EnergyRecord): number | null {
  if (coveredS === null || durationS === null || !(durationS > 0)) return null
  return Math.max(0, Math.min(1, coveredS / durationS))
}

function startOf({ endedAt, durationS }: EnergyRecord): string | null {
  return endedAt === null || durationS === null ? null : instant(Date.parse(endedAt) / 1000 - durationS)
}

interface Costed {
  readonly energy: Energy
  readonly emissions: Emissions
  readonly pue: number | null
  readonly intensity: Intensity | null
  readonly notes: readonly Note[]
}

function costed(record: EnergyRecord, { pue, grid }: Recosting): Costed {
  const { itWh } = record
  if (itWh === null) return emissionsOnly(record, pue !== null || grid !== null)
  const ownPue: PueFigure = { pue: makeRange(record.pue), source: 'the log' }
  if (grid !== null) {
    const embodied = record.embodiedG === null ? null : makeRange(record.embodiedG)
    const { energy, emissions } = computeFootprint(itEnergy(record, itWh), pue ?? ownPue, grid, embodied)
    return { energy, emissions, pue: (pue ?? ownPue).pue.value, intensity: intensityOf(grid), notes: [] }
  }
  const usedPue = pue?.pue.value ?? record.pue
  const totalWh = itWh * usedPue
  // The log's own emissions, scaled by the ratio of the PUEs and otherwise unchanged.
  const operational = record.emissionsG === null ? null : (record.emissionsG / record.pue) * usedPue
  const energy: Energy = {
    ...NO_ENERGY,
    it_wh: itWh,
    total_wh: totalWh,
    low_wh: record.rangeWh === null ? null : record.rangeWh.low * usedPue,
    high_wh: record.rangeWh === null ? null : record.rangeWh.high * usedPue,
    cpu_wh: record.cpuWh,
    memory_wh: record.memoryWh,
    gpu_wh: record.gpuWh,
    other_wh: otherWh(record, itWh),
  }
  const exact = pue === null && record.emissionsG !== null ? record.emissionsG : operational
  return {
    energy,
    emissions: sumOf(exact, record.embodiedG),
    pue: usedPue,
    intensity: ownIntensity(record),
    notes: exact === null ? [noGrid(record)] : [],
  }
}

function noGrid(record: EnergyRecord): Note {
  const text = record.gPerKwh === null ? '' : ' (the log names an intensity, and no emissions)'
  return note(
    'log-no-emissions',
    `${record.file} has energy and no emissions${text}: set zone, region or intensity to calculate them`,
  )
}

/** A model card, a report of a provider: its emissions are kept as logged. */
function emissionsOnly(record: EnergyRecord, asked: boolean): Costed {
  const notes = asked
    ? [note('log-not-recosted', `${record.file} has no energy: its emissions are kept as logged, for any grid or PUE`)]
    : []
  if (record.emissionsG === null) {
    const text = `${record.file}: ${record.name} has only the hardware's share, neither energy nor operational emissions: it makes no total`
    notes.push(note('log-embodied-only', text))
  }
  return {
    energy: NO_ENERGY,
    emissions: sumOf(record.emissionsG, record.embodiedG),
    pue: null,
    intensity: ownIntensity(record),
    notes,
  }
}

/** Operational and embodied together; a log that only has the hardware's share has no total. */
function sumOf(operational: number | null, embodied: number | null): Emissions {
  return {
    ...NO_EMISSIONS,
    operational_g: operational,
    embodied_g: embodied,
    total_g: operational === null ? null : operational + (embodied ?? 0),
  }
}

function ownIntensity({ gPerKwh, place }: EnergyRecord): Intensity | null {
  if (gPerKwh === null) return null
  return {
    g_per_kwh: gPerKwh,
    zone: null,
    kind: 'log',
    source: place === null ? "the log's own" : `the log's own (${place})`,
    as_of: null,
    fallback: false,
  }
}

function itEnergy(record: EnergyRecord, itWh: number): Parameters<typeof computeFootprint>[0] {
  return {
    it: record.rangeWh === null ? makeRange(itWh) : makeRange(itWh, record.rangeWh.low, record.rangeWh.high),
    cpuWh: record.cpuWh,
    memoryWh: record.memoryWh,
    gpuWh: record.gpuWh,
    otherWh: otherWh(record, itWh),
  }
}

/** What is in none of the components; null when not all of them are known. */
function otherWh({ cpuWh, memoryWh, gpuWh }: EnergyRecord, itWh: number): number | null {
  if (cpuWh === null || memoryWh === null || gpuWh === null) return null
  const rest = itWh - cpuWh - memoryWh - gpuWh
  return rest > itWh * 1e-9 ? rest : 0
}
