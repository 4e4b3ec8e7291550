import { type Advice, adviceFor } from '../../core/advice.ts'
import type { AdviceFacts, PlaceFacts, StepFacts } from '../../core/advice-facts.ts'
import { ConfigurationError } from '../../core/errors.ts'
import type { Part, Report } from '../../core/report.ts'
import { pueOf } from '../../data/cloud-regions.ts'
import { Grid } from '../../grid/choose.ts'
import { givenPlace } from '../../grid/locate.ts'
import { staticFigure } from '../../grid/static.ts'
import type { WhenAnswer } from '../../render/answers/when.ts'
import { whereToRun } from '../grid/where.ts'

/** What is known besides the report. */
export interface AdviceBasis {
  /** Regions in which the work may run, as the settings name them; empty: it is not for us to say. */
  readonly regions?: readonly string[] | undefined
  /** The answer of `when` for the run's own duration, when a provider forecasts. */
  readonly when?: WhenAnswer | null | undefined
  /** Facts of the measurement that a report does not contain: idle time, GPU, CPU, overtaken runs. */
  readonly facts?: Partial<AdviceFacts> | undefined
}

/**
 * At most two pieces of advice for a measured run. Nothing is asked over the network: regions are compared by the built-in tables.
 * @throws ConfigurationError for a region of the list that is not known
 */
export async function adviceOn(
  report: Report,
  { regions = [], when, facts = {} }: AdviceBasis,
): Promise<readonly Advice[]> {
  const emissionsG = report.emissions.operational_g
  const energyWh = report.energy.it_wh
  if (report.verdict === 'indeterminate' || emissionsG === null || energyWh === null) return []
  return adviceFor({
    emissionsG,
    energyWh,
    durationS: report.duration_s ?? 0,
    region: await regionFacts(report, regions),
    time: when ? timeFacts(when, report) : undefined,
    steps: stepsIn(report.parts),
    ...facts,
  })
}

async function regionFacts(report: Report, regions: readonly string[]): Promise<AdviceFacts['region']> {
  // Where it ran must be known: next to the world's average every region looks good.
  if (regions.length === 0 || report.intensity === null || report.intensity.fallback) return undefined
  if (report.intensity.kind === 'marginal') return undefined
  const own = usualHere(report)
  const { ranked } = await whereToRun(new Grid({ provider: 'static', maxWaitS: 0 }), regions, null)
  const best = ranked.find(({ fallback }) => !fallback)
  return own && best && { ...own, best: { name: best.region, gPerItKwh: best.g_per_it_kwh } }
}

/**
 * Where it ran, by the same tables as the places that it is compared with: next to their year the figure of one hour, or one that was
 * given, would make a place better than itself. Undefined for a place that the tables do not know.
 */
function usualHere({ machine, intensity }: Report): PlaceFacts | undefined {
  const region = machine?.provider && machine.region ? `${machine.provider}:${machine.region}` : undefined
  const zone = intensity?.zone ?? undefined
  try {
    const place = givenPlace({ region, zone })
    if (place === null) return undefined
    const { figure } = staticFigure(place)
    const gPerItKwh = figure.gPerKwh.value * pueOf(place.provider, place.region).pue.value
    return figure.fallback ? undefined : { name: region ?? zone ?? '', gPerItKwh }
  } catch (error) {
    if (error instanceof ConfigurationError) return undefined
    throw error
  }
}

function timeFacts(when: WhenAnswer, { ended_at }: Report): AdviceFacts['time'] {
  if (when.basis === 'yearly' || when.run_now || ended_at === null) return undefined
  return {
    nowGPerKwh: when.now_g_per_kwh,
    bestGPerKwh: when.best_g_per_kwh,
    waitS: Math.max(0, (Date.parse(when.best_start) - Date.parse(ended_at)) / 1000),
    basis: when.basis === 'forecast' ? 'forecast' : 'shape of the last day',
  }
}

/** Steps anywhere among the parts. */
function stepsIn(parts: readonly Part[]): StepFacts[] {
  return parts.flatMap((part) => {
    const inner = stepsIn(part.parts ?? [])
    const wh = part.energy.it_wh
    return part.kind === 'step' && wh !== null
      ? [{ name: part.name, wh, durationS: part.duration_s ?? 0 }, ...inner]
      : inner
  })
}
