import type { Units } from './functional-unit.ts'
import { NO_EMISSIONS, NO_ENERGY } from './footprint.ts'
import type { Report } from './report.ts'

/** A report before it is judged. Grams per unit follow from the units' counts when it is judged. */
export interface UnjudgedReport extends Omit<
  Report,
  'schema' | 'tool' | 'figure' | 'budgets' | 'verdict' | 'label' | 'units' | 'counts'
> {
  units: Units | null
  counts?: Units[] | undefined
}

/**
 * Makes a report to be judged from what is known; everything else is null or empty.
 * @param subject what the report is about
 * @param known the known fields
 * @example unjudged({ kind: 'estimate', name: 'plan' }, { duration_s: 36_000, method: 'estimated' }).water // null
 */
export function unjudged(
  subject: Report['subject'],
  known: Partial<Omit<UnjudgedReport, 'subject'>> = {},
): UnjudgedReport {
  return {
    subject,
    started_at: null,
    ended_at: null,
    duration_s: null,
    machine: null,
    energy: NO_ENERGY,
    pue: null,
    intensity: null,
    emissions: NO_EMISSIONS,
    water: null,
    minerals_kg_sb: null,
    hardware: null,
    units: null,
    method: null,
    coverage: null,
    parts: [],
    basis: { power: null, pue: null, embodied: null, not_counted: [] },
    profile: null,
    baseline: null,
    notes: [],
    ...known,
  }
}
