import { type ComparedFigure, compareFigures } from '../../core/compare.ts'
import type { JudgedComparison, VariantLine } from '../../core/variants/judge-variants.ts'
import type { VariantFigures } from '../../core/variants/variant.ts'

/** The comparison for scripts. `head` and the figures beside it are of two reports; null where there are more. */
export function comparisonJson(comparison: JudgedComparison): object {
  const { variants, unit, objectives, lines, verdict, notes } = comparison
  const [base, head] = variants
  const isPair = variants.length === 2
  const pair = (value: (figures: VariantFigures) => number | null): ComparedFigure | null =>
    isPair && base && head ? compareFigures(value(base), value(head)) : null
  return {
    base: base?.name ?? null,
    head: isPair ? (head?.name ?? null) : null,
    energy_wh: pair(({ energyWh }) => energyWh),
    emissions_g: pair(({ emissionsG }) => emissionsG),
    duration_s: pair(({ durationS }) => durationS),
    per_unit:
      unit === null || !isPair
        ? null
        : {
            unit,
            energy_wh: pair(({ energyWhPerUnit }) => energyWhPerUnit),
            emissions_g: pair(({ emissionsGPerUnit }) => emissionsGPerUnit),
          },
    unit,
    variants: variants.map(variantJson),
    objectives,
    front: variants.filter(({ isOnFront }) => isOnFront).map(({ name }) => name),
    budgets: lines.map(lineJson),
    verdict,
    notes,
  }
}

function variantJson(figures: VariantFigures): object {
  return {
    name: figures.name,
    trusted: figures.isTrusted,
    energy_wh: figures.energyWh,
    emissions_g: figures.emissionsG,
    duration_s: figures.durationS,
    count: figures.count,
    energy_wh_per_unit: figures.energyWhPerUnit,
    emissions_g_per_unit: figures.emissionsGPerUnit,
    units_per_s: figures.unitsPerS,
    quality: figures.quality,
    gflops_per_watt: figures.gflopsPerWatt,
    energy_change: figures.energyChange,
    on_front: figures.isOnFront,
  }
}

function lineJson(line: VariantLine): object {
  const { line: text, variant, scope, metric, limit, used, share, verdict, source, reason_code, reason } = line
  return { line: text, variant, scope, metric, limit, used, share, verdict, source, reason_code, reason }
}
