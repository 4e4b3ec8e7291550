import type { Draft } from '../../core/judge-report.ts'
import { cost, intensityOf } from '../../core/footprint.ts'
import type { Machine } from '../../core/report.ts'
import { NOT_COUNTED } from '../measure/measured-report.ts'
import { type PlannedEnergy, plannedEnergy } from './plan.ts'
import type { Pricing } from '../grid/site-factors.ts'
import type { Settings } from '../settings/table.ts'

/** Works out a plan. @throws ConfigurationError that names what the plan lacks */
export function estimated(plan: Settings, pricing: Pricing): Draft {
  const planned = plannedEnergy(plan)
  return {
    subject: { kind: 'estimate', name: 'plan' },
    started_at: null,
    ended_at: null,
    duration_s: (plan.hours ?? 0) * 3600,
    machine: machineOf(plan, planned, pricing),
    ...cost(planned.energy, pricing.pue, pricing.grid, null),
    pue: pricing.pue.pue.value,
    intensity: intensityOf(pricing.grid),
    water: null,
    units: plan.units ? { ...plan.units, g_per_unit: null } : null,
    method: 'estimated',
    coverage: null,
    parts: [],
    basis: {
      power: planned.basis,
      pue: pricing.pue.source,
      embodied: null,
      not_counted: [...planned.notCounted, ...NOT_COUNTED],
    },
    profile: null,
    baseline: null,
    notes: [...planned.notes, ...pricing.notes],
  }
}

function machineOf(plan: Settings, { cpu, gpu, gpuCount }: PlannedEnergy, { place }: Pricing): Machine | null {
  if (!cpu && !gpu) return null
  return {
    cpu: cpu?.cpu.name || plan.cpu || null,
    vcpus: plan.vcpus ?? null,
    memory_gb: plan['memory-gb'] ?? null,
    gpus: gpu ? Array.from({ length: gpuCount }, () => ({ name: gpu })) : [],
    provider: place.provider,
    region: place.region,
  }
}
