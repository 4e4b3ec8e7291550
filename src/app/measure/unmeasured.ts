import { note } from '../../core/notes.ts'
import type { Draft } from '../../core/judge-report.ts'
import { NO_EMISSIONS, NO_ENERGY } from '../../core/footprint.ts'
import type { MeasurementError } from '../../core/errors.ts'
import type { Report } from '../../core/report.ts'

/** The draft of something for which there is no figure, with the reason: always judged indeterminate. */
export function unmeasured(subject: Report['subject'], error: MeasurementError): Draft {
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
    units: null,
    method: null,
    coverage: null,
    parts: [],
    basis: { power: null, pue: null, embodied: null, not_counted: [] },
    profile: null,
    baseline: null,
    notes: [note('no-figure', error.message)],
  }
}
