import type { VariantFigures } from './variant.ts'

/** What a variant may be better in. */
export type Objective = 'energy' | 'speed' | 'quality'

type Figures = Pick<
  VariantFigures,
  'isTrusted' | 'energyWh' | 'energyWhPerUnit' | 'durationS' | 'unitsPerS' | 'quality'
>

/** Cost of a variant in each objective: lower is better. Null: unknown. */
const COST: Readonly<Record<Objective, (figures: Figures) => number | null>> = {
  // No work needs 0 Wh: nothing was measured then.
  energy: ({ energyWh, energyWhPerUnit }) => (energyWhPerUnit ?? energyWh) || null,
  speed: ({ unitsPerS, durationS }) => (unitsPerS === null ? durationS : 1 / unitsPerS),
  quality: ({ quality }) => (quality === null ? null : -quality),
}

/**
 * Finds the variants that no other one beats: none is at least as good in every objective and better in one. Objectives are energy,
 * and speed and quality where all trusted variants have them. A figure that cannot be trusted neither wins nor beats.
 * @returns positions of the variants on the front; no objective and no front if fewer than two can be ranked
 */
export function paretoFront(variants: readonly Figures[]): { objectives: Objective[]; front: number[] } {
  const ranked = [...variants.keys()].filter((at) => {
    const figures = variants[at]
    return figures?.isTrusted === true && COST.energy(figures) !== null
  })
  if (ranked.length < 2) return { objectives: [], front: [] }
  const costOf = (objective: Objective, at: number): number | null => COST[objective](variants[at] as Figures)
  const objectives = (['energy', 'speed', 'quality'] as const).filter((objective) =>
    ranked.every((at) => costOf(objective, at) !== null),
  )
  const costs = new Map(ranked.map((at) => [at, objectives.map((objective) => costOf(objective, at) ?? 0)]))
  const isBeaten = (own: readonly number[]): boolean =>
    [...costs.values()].some(
      (other) =>
        other.every((cost, index) => cost <= (own[index] ?? 0)) &&
        other.some((cost, index) => cost < (own[index] ?? 0)),
    )
  return { objectives, front: ranked.filter((at) => !isBeaten(costs.get(at) ?? [])) }
}
