import type { Draft } from '../core/assemble.ts'
import { type GridFigure, type ItEnergy, type PueFigure, cost, intensityOf } from '../core/costing.ts'
import { ConfigurationError } from '../core/errors.ts'
import { energyKwh } from '../core/formula.ts'
import { range } from '../core/range.ts'
import type { Note } from '../core/report.ts'
import type { Settings } from './settings/table.ts'

/** What an estimate needs besides the plan. */
export interface EstimateBasis {
  readonly pue: PueFigure
  readonly grid: GridFigure
  readonly notes: readonly Note[]
}

/** The plan's energy before the building's overhead. @throws ConfigurationError when the plan lacks something */
export function plannedEnergy(plan: Settings): { energy: ItEnergy; power: string; notes: readonly Note[] } {
  const hours = required(plan.hours, 'hours', '--hours 10')
  const watts = required(plan.watts, 'watts', '--watts 300')
  const processors = plan.processors ?? 1
  const wh = energyKwh(hours, processors, watts / 1000) * 1000
  return {
    energy: { it: range(wh), cpuWh: null, memoryWh: null, gpuWh: null, otherWh: null },
    power: `${processors} x ${watts} W for ${hours} h, as given`,
    notes: [],
  }
}

function required(value: number | undefined, name: string, example: string): number {
  if (value === undefined) throw new ConfigurationError(`${name} is missing: an estimate needs it, such as ${example}`)
  return value
}

/** Works out a plan. @throws ConfigurationError */
export function estimated(plan: Settings, basis: EstimateBasis): Draft {
  const { energy, power, notes } = plannedEnergy(plan)
  const costed = cost(energy, basis.pue, basis.grid, null)
  return {
    subject: { kind: 'estimate', name: 'plan' },
    started_at: null,
    ended_at: null,
    duration_s: (plan.hours ?? 0) * 3600,
    machine: null,
    ...costed,
    pue: basis.pue.pue.value,
    intensity: intensityOf(basis.grid),
    water: null,
    units: plan.units ? { ...plan.units, g_per_unit: null } : null,
    method: 'estimated',
    coverage: null,
    parts: [],
    basis: { power, pue: basis.pue.source, embodied: null, not_counted: [] },
    profile: null,
    baseline: null,
    notes: [...notes, ...basis.notes],
  }
}
