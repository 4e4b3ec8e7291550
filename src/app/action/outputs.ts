import type { Report } from '../../core/report.ts'
import { labelShare } from '../../core/judged-line.ts'

/** Outputs of the step, as action.yml names them. What is unknown is empty. */
export function outputsOf(report: Report, files: { report: string; badge: string }): Readonly<Record<string, string>> {
  return {
    verdict: report.verdict,
    label: report.label ?? '',
    'emissions-g': decimal(report.emissions.total_g),
    'energy-wh': decimal(report.energy.total_wh),
    'budget-share': decimal(labelShare(report.budgets)?.share ?? null),
    report: files.report,
    badge: files.badge,
  }
}

/** Six significant digits without an exponent: shells, `bc` and YAML read it. */
function decimal(value: number | null): string {
  if (value === null) return ''
  const rounded = Number(value.toPrecision(6))
  const text = String(rounded)
  if (!/e/i.test(text)) return text
  return rounded < 1 ? rounded.toFixed(20).replace(/0+$/, '') : BigInt(Math.round(rounded)).toString()
}
