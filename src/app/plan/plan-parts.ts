import type { Units } from '../../core/functional-unit.ts'
import { BOUNDARIES } from '../../core/embodied.ts'
import { type Note, note } from '../../core/notes.ts'
import { type Range, multiplyRanges, makeRange, scaleRange } from '../../core/range.ts'
import type { Machine, Part, Report } from '../../core/report.ts'
import { DEVELOPMENT } from '../../core/training.ts'
import { totalsOfParts } from '../../core/totals.ts'
import { hardwareOf } from '../../power/hardware.ts'
import { footprintOf } from '../grid/footprint.ts'
import type { SiteFactors } from '../grid/site-factors.ts'
import { notCounted } from '../measure/measured-report.ts'
import { machineOf, reservedMachine } from './estimate.ts'
import { plannedEnergy } from './plan.ts'
import type { Phase } from './phase.ts'

/** A part of a planned project, with what the whole needs to say about it. */
export interface PlanPart {
  readonly part: Part
  readonly hardware: Report['hardware'] | null
  readonly machine: Machine | null
  readonly basis: string
  readonly notCounted: readonly string[]
  readonly counts: readonly Units[]
  readonly notes: readonly Note[]
}

/** One phase at its place. @throws ConfigurationError that names what the phase lacks */
export function phasePart(phase: Phase, site: SiteFactors): PlanPart {
  return trainedPart(phase, site, makeRange(1))
}

/**
 * Failed and development runs of a training phase: its energy times what the project takes more.
 * @param factor energy of the project over that of the final run; undefined: assumed
 */
export function developmentPart(phases: readonly Phase[], sites: readonly SiteFactors[], factor?: number): PlanPart {
  const isAssumed = factor === undefined
  const { value, low, high } = isAssumed ? DEVELOPMENT : makeRange(factor)
  const more = makeRange(value - 1, low - 1, high - 1)
  const parts = phases.map((phase, at) => trainedPart(phase, sites[at] as SiteFactors, more))
  const hardware = joinedHardware(parts.map((part) => part.hardware))
  const name = 'failed and development runs'
  const sign = isAssumed ? ' (assumed)' : ''
  const assumed = `${name} are not stated: ${value} times the training is counted in all, ${low} to ${high} times is known of others; set development`
  return {
    part: {
      kind: 'estimate',
      name: `${name}${sign}`,
      started_at: null,
      ended_at: null,
      duration_s: null,
      ...totalsOfParts(parts.map(({ part }) => part)),
    },
    // The same hardware as that of the phases, which name it.
    hardware: hardware && { ...hardware, source: '' },
    machine: null,
    basis: `${name}: ${value} x the training in all${sign}`,
    notCounted: [],
    counts: [],
    notes: isAssumed ? [note('plan-development-assumed', assumed)] : [],
  }
}

function trainedPart(phase: Phase, site: SiteFactors, times: Range): PlanPart {
  const { settings, wallHours } = phase
  const planned = plannedEnergy(settings)
  const seconds = (settings.hours ?? 0) * 3600
  const spread = spreadOf(phase.spread, times)
  const { energy } = planned
  const share = (wh: number | null): number | null => (wh === null ? null : wh * times.value)
  const it = {
    it: multiplyRanges(scaleRange(energy.it, times.value), spread),
    cpuWh: share(energy.cpuWh),
    memoryWh: share(energy.memoryWh),
    gpuWh: share(energy.gpuWh),
    otherWh: share(energy.otherWh),
  }
  const hardware = site.lifetimeYears && hardwareOf(reservedMachine(settings, planned), site.lifetimeYears)
  const { hardware: stated, ...footprint } = footprintOf(it, site, hardware, seconds * times.value, spread)
  return {
    part: {
      kind: 'estimate',
      name: phase.name,
      started_at: null,
      ended_at: null,
      duration_s: wallHours === null ? null : wallHours * 3600,
      ...footprint,
      method: 'estimated',
      coverage: null,
    },
    hardware: stated ?? null,
    machine: machineOf(settings, planned, site),
    basis: [`${phase.name}: ${planned.basis}`, phase.basis].filter(Boolean).join('; '),
    notCounted: [...planned.notCounted, ...notCounted(hardware)],
    counts: [],
    notes: [...planned.notes, ...phase.notes],
  }
}

/** The range of the hours and of the times that they are run, around 1. */
function spreadOf(hours: Range, times: Range): Range {
  return multiplyRanges(hours, makeRange(1, times.low / times.value, times.high / times.value))
}

/** Hardware of several parts: the ranges add up, and the widest boundary is named. */
export function joinedHardware(all: readonly (Report['hardware'] | null)[]): Report['hardware'] | null {
  const known = all.flatMap((each) => each ?? [])
  const [first] = known
  if (!first) return null
  const sum = (values: readonly (number | null)[]): number | null =>
    values.includes(null) ? null : values.reduce<number>((total, value) => total + (value ?? 0), 0)
  const boundaries = new Set(known.map(({ boundary }) => boundary))
  return {
    ...first,
    boundary: BOUNDARIES.findLast((each) => boundaries.has(each)) ?? first.boundary,
    low_g: sum(known.map(({ low_g }) => low_g)),
    high_g: sum(known.map(({ high_g }) => high_g)),
    source: [...new Set(known.map(({ source }) => source))].filter(Boolean).join('; '),
  }
}
