import type { Report } from '../../core/report.ts'
import { WORLD } from '../../data/grid.ts'
import { decimalText } from './decimal-text.ts'

/** Kinds of training that a card may name (huggingface/hub-docs, model-cards-co2). */
export const TRAINING_TYPES = ['pre-training', 'fine-tuning'] as const
export type TrainingType = (typeof TRAINING_TYPES)[number]

/** What a card says under `co2_eq_emissions`, in this order. Null is unknown: such a key is neither written nor changed. */
export interface CardFields {
  /** g CO2e, operational and embodied, three significant digits. */
  readonly emissions: number
  readonly source: string
  readonly training_type: TrainingType | null
  readonly geographical_location: string | null
  readonly hardware_used: string | null
  /** kWh with the PUE. Written only in a card that has the key, as those of Sentence Transformers: it would contradict the grams. */
  readonly energy_consumed?: number | null
}

/** What the user says in place of the reports. */
export interface CardWords {
  readonly trainingType?: TrainingType
  readonly location?: string
  readonly hardware?: string
}

/**
 * The fields of a card for the sum of reports.
 * @param sum the reports joined; its grams must be known
 * @param reports what it was joined from: their places and machines
 */
export function cardFields(sum: Report, reports: readonly Report[], words: CardWords = {}): CardFields | null {
  const { total_g } = sum.emissions
  if (total_g === null) return null
  return {
    emissions: shown(total_g),
    source: `Carbon Gate (${sum.method ?? 'method unknown'})`,
    training_type: words.trainingType ?? null,
    geographical_location: words.location ?? listed(reports.map(placeOf)),
    hardware_used: words.hardware ?? listed(reports.map(hardwareOf)),
    energy_consumed: sum.energy.total_wh === null ? null : shown(sum.energy.total_wh / 1000),
  }
}

/** Significant digits as in every other place where people read the figure: more would look more precise than it is. */
const DIGITS = 3

function shown(value: number): number {
  return Number(value.toPrecision(DIGITS))
}

/** `aws:eu-north-1`, or the grid zone where no region is known. */
function placeOf({ machine, intensity }: Report): string | null {
  if (machine?.region) return machine.provider ? `${machine.provider}:${machine.region}` : machine.region
  // The world's average replaces a place that is unknown.
  return intensity?.zone === WORLD ? null : (intensity?.zone ?? null)
}

/** `8 x NVIDIA A100`, or the processor where there is no accelerator. */
function hardwareOf({ machine }: Report): string | null {
  if (!machine) return null
  const counts = new Map<string, number>()
  for (const { name } of machine.gpus) counts.set(name, (counts.get(name) ?? 0) + 1)
  if (counts.size > 0) return [...counts].map(([name, count]) => `${count} x ${name}`).join(', ')
  if (machine.cpu === null) return null
  return machine.vcpus === null ? machine.cpu : `${machine.cpu} (${decimalText(machine.vcpus)} vCPUs)`
}

/** Different values in their order. One that is unknown makes the list incomplete, so that it is unknown. */
function listed(values: readonly (string | null)[]): string | null {
  return values.includes(null) ? null : [...new Set(values)].join('; ')
}
