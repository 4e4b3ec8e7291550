import { knownInstance } from './instance.ts'
import { unjudged, type UnjudgedReport } from '../../core/unjudged.ts'
import type { Machine } from '../../core/report.ts'
import { notCounted } from '../measure/measured-report.ts'
import { type PlannedEnergy, plannedEnergy } from './plan.ts'
import { footprintOf } from '../grid/footprint.ts'
import { type ReservedMachine, hardwareOf } from '../../power/hardware.ts'
import type { SiteFactors } from '../grid/site-factors.ts'
import type { Settings } from '../settings/table.ts'

/** Works out a plan. @throws ConfigurationError that names what the plan lacks */
export function estimated(plan: Settings, site: SiteFactors): UnjudgedReport {
  const planned = plannedEnergy(plan)
  const hardware = site.lifetimeYears && hardwareOf(reservedMachine(plan, planned), site.lifetimeYears)
  const seconds = (plan.hours ?? 0) * 3600
  const footprint = footprintOf(planned.energy, site, hardware, seconds)
  return unjudged(
    { kind: 'estimate', name: 'plan' },
    {
      duration_s: seconds,
      machine: machineOf(plan, planned, site),
      ...footprint,
      units: plan.units ?? null,
      method: 'estimated',
      basis: {
        power: planned.basis,
        pue: site.pue.source,
        embodied: footprint.hardware?.source ?? null,
        not_counted: [...planned.notCounted, ...notCounted(hardware)],
      },
      notes: [...planned.notes, ...site.notes],
    },
  )
}

/** Hardware by name. Watts name no hardware, so that nothing is known of its manufacture. */
export function reservedMachine(plan: Settings, { cpu, hostCount, gpu, gpuCount }: PlannedEnergy): ReservedMachine {
  return {
    power: cpu,
    hostCount,
    threads: plan.vcpus,
    memoryGb: plan['memory-gb'],
    gpus: gpu ? Array.from({ length: gpuCount }, () => gpu) : [],
  }
}

/** The hardware that a plan reserves. @throws ConfigurationError */
export function plannedMachine(plan: Settings): ReservedMachine {
  return {
    ...reservedMachine(plan, plannedEnergy(plan)),
    ...(plan.instance !== undefined && { instance: knownInstance(plan.instance) }),
  }
}

export function machineOf(
  plan: Settings,
  { cpu, hostCount, gpu, gpuCount }: PlannedEnergy,
  { place }: SiteFactors,
): Machine | null {
  if (!cpu && !gpu) return null
  return {
    cpu: cpu?.cpu.name || plan.cpu || null,
    vcpus: plan.vcpus === undefined ? null : plan.vcpus * hostCount,
    memory_gb: plan['memory-gb'] === undefined ? null : plan['memory-gb'] * hostCount,
    gpus: gpu ? Array.from({ length: gpuCount }, () => ({ name: gpu })) : [],
    provider: place.provider,
    region: place.region,
  }
}
