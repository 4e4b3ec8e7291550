import { stringify } from 'yaml'
import type { Report } from '../../core/report.ts'
import { decimalText, rounded } from '../model-card/decimal-text.ts'
import { plain, rangeOf } from '../quantities.ts'
import { gramsOf } from '../headline.ts'

/** Begins the file, so that a later run recognises it as its own. */
const MANIFEST_MARK = '# Carbon Gate: SCI statement'

const WH_PER_KWH = 1000

/** Parameters of an observation, which no functional unit may be called. */
export const PARAMETERS: ReadonlySet<string> = new Set(['timestamp', 'duration', 'energy', 'carbon', 'sci'])

/**
 * The name of a functional unit as a parameter there: `input-token`. Spaces and digits would be read as arithmetic.
 * @returns `unit` for a name without a Latin letter
 */
export function parameterOf(unit: string): string {
  return unit.replaceAll(/[^A-Za-z]+/g, '-').replaceAll(/^-|-$/g, '') || 'unit'
}

/**
 * The SCI of a report as an output manifest of the Impact Framework, which is the machine form of an SCI and an SCI for AI statement
 * (no other schema exists). `if-run` computes the same `sci` from its inputs, where the work took a second or more.
 * @returns null without a functional unit, grams or energy
 */
export function impactFrameworkManifest(report: Report): string | null {
  const { units, energy, emissions, intensity, duration_s, started_at, subject } = report
  const { operational_g, embodied_g, total_g } = emissions
  if (!units || total_g === null || operational_g === null || energy.total_wh === null) return null
  const unit = parameterOf(units.name)
  const observation = {
    ...(started_at !== null && { timestamp: started_at }),
    ...(duration_s !== null && { duration: duration_s }),
    energy: energy.total_wh / WH_PER_KWH,
    ...(intensity && { 'grid/carbon-intensity': intensity.g_per_kwh }),
    'carbon-operational': operational_g,
    ...(embodied_g !== null && { 'embodied-carbon': embodied_g }),
    carbon: total_g,
    [unit]: units.count,
  }
  const manifest = {
    name: subject.name,
    description: describe(report),
    initialize: {
      plugins: { sci: { path: 'builtin', method: 'Sci', config: { 'functional-unit': unit } } },
    },
    execution: { status: 'success' },
    tree: {
      children: {
        [subject.name]: {
          pipeline: { compute: ['sci'] },
          inputs: [observation],
          outputs: [{ ...observation, sci: total_g / units.count }],
        },
      },
    },
  }
  return `${MANIFEST_MARK}\n${stringify(manifest, { lineWidth: 0, aliasDuplicateObjects: false })}`
}

/** Functional unit, range, boundary and sources in words. */
function describe(report: Report): string {
  const { units, emissions, method, pue, intensity, hardware, basis } = report
  const per = units && emissions.total_g !== null ? `${decimalText(rounded(emissions.total_g / units.count))} g` : null
  const likely = rangeOf(gramsOf(report), 'g')
  const pieces = [
    units && `SCI ${per} CO2e per ${units.name}; ${decimalText(units.count)} counted`,
    likely && `total likely ${likely}`,
    `energy ${method ?? 'of unknown method'}, with a PUE of ${pue ?? 'unknown'}`,
    intensity && `grid ${intensity.g_per_kwh} g/kWh (${intensity.source})`,
    emissions.embodied_g === null
      ? 'hardware not counted'
      : `hardware: ${hardware ? `boundary ${hardware.boundary}, ${hardware.lifetime_years} years` : 'boundary unknown'}`,
    basis.not_counted.length > 0 && `not counted: ${basis.not_counted.join(', ')}`,
    'operation only, no offsets',
  ]
  return plain(pieces.filter(Boolean).join('. '))
}
