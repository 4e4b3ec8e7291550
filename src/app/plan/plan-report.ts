import { ConfigurationError } from '../../core/errors.ts'
import { type Note, note, uniqueNotes } from '../../core/notes.ts'
import type { Machine, Report } from '../../core/report.ts'
import { sumOrNull } from '../../core/quantity.ts'
import { totalsOfParts } from '../../core/totals.ts'
import { DEVELOPMENT } from '../../core/training.ts'
import { unjudged, type UnjudgedReport } from '../../core/unjudged.ts'
import { mineralsOf } from '../grid/minerals.ts'
import { plannedMachine } from './estimate.ts'
import { type GridAccess, type SiteFactors, findSite } from '../grid/site-factors.ts'
import { type Phase, type PhaseSources, mergedWork, phaseOf } from './phase.ts'
import { inferencePart } from './inference-part.ts'
import { type PlanPart, developmentPart, joinedHardware, phasePart } from './plan-parts.ts'
import type { PhaseFields } from './plan-schema.ts'
import { PLACE_SETTINGS } from './work-settings.ts'
import type { Settings } from '../settings/table.ts'

/** A plan as a draft, with where most of its energy is used. */
export interface PlannedProject {
  readonly draft: UnjudgedReport
  readonly site: SiteFactors
  /** Wall time of the phases, s; null where it is unknown. */
  readonly phasesS: number | null
}

/**
 * Works out a plan: each phase, its failed and development runs, and the use of the model over its life are parts.
 * @throws ConfigurationError that names the phase and what it lacks
 */
export async function plannedProject(sources: PhaseSources, access: GridAccess): Promise<PlannedProject> {
  const { plan } = sources
  const siteFor = siteFinder(access)
  const phases = phasesOf(sources)
  const placed = await Promise.all(phases.map(async (phase) => ({ phase, site: await siteFor(phase.settings) })))
  const training = placed.filter(({ phase }) => phase.isTraining)
  const parts = placed.map(({ phase, site }) => named(phase.name, () => phasePart(phase, site)))
  const isCounted = plan.development === undefined ? plan.phases !== undefined : plan.development > 1
  if (training.length > 0 && isCounted) {
    const [runs, sites] = [training.map(({ phase }) => phase), training.map(({ site }) => site)]
    parts.push(developmentPart(runs, sites, plan.development))
  }
  const sites = placed.map(({ site }) => site)
  if (plan.inference) {
    const { model: _model, ...fields } = plan.inference
    const settings = mergedWork(placeFields(fields), sources)
    const site = await siteFor(settings)
    sites.push(site)
    const inference = plan.inference
    parts.push(named('inference', () => inferencePart(inference, settings, site)))
  }
  const minerals = await mineralsOfPhases(phases, sources)
  const [site] = sites
  if (!site) throw new ConfigurationError('the plan has no work: give it phases, hours, or inference')
  const notes = [...parts.flatMap((each) => each.notes), ...sites.flatMap((each) => each.notes), ...minerals.notes]
  const draft = draftOf(parts, sources, [...notes, accountingNote(sources, sites), ...developmentNote(sources, phases)])
  const hours = sumOrNull(phases.map(({ wallHours }) => wallHours))
  return {
    draft: {
      ...draft,
      // Those of the machines that serve the model are unknown.
      minerals_kg_sb: plan.inference ? null : minerals.kgSb,
      basis: { ...draft.basis, pue: sourcesOf(sites) },
    },
    site,
    phasesS: hours === null ? null : hours * 3600,
  }
}

/** Minerals of the hardware of all phases, with the failed and development runs. */
async function mineralsOfPhases(
  phases: readonly Phase[],
  { settings, plan }: PhaseSources,
): Promise<{ readonly kgSb: number | null; readonly notes: readonly Note[] }> {
  const reservations = phases.map((phase) => ({
    machine: plannedMachine(phase.settings),
    seconds: (phase.settings.hours ?? 0) * 3600,
  }))
  const { kgSb, notes } = await mineralsOf(reservations, settings)
  const times = plan.development ?? (plan.phases === undefined ? 1 : DEVELOPMENT.value)
  const whole = kgSb.map((kg, at) => (kg === null ? null : kg * (phases[at]?.isTraining ? times : 1)))
  return { kgSb: sumOrNull(whole), notes }
}

function placeFields(fields: Readonly<Record<string, unknown>>): PhaseFields {
  return Object.fromEntries(PLACE_SETTINGS.map((key) => [key, fields[key]])) as PhaseFields
}

/** The phases of a plan; one without a list is a single phase, unless it is about inference alone. */
function phasesOf(sources: PhaseSources): readonly Phase[] {
  const { plan } = sources
  if (plan.phases) return plan.phases.map((fields, at) => named(nameOf(fields, at), () => phaseOf(fields, sources)))
  const hasWork = (['hours', 'gpu-hours', 'tokens', 'flop'] as const).some((key) => plan[key] !== undefined)
  const isWork = hasWork || sources.given.hours !== undefined || plan.inference === undefined
  return isWork ? [phaseOf({ name: plan.name ?? 'training' }, sources)] : []
}

function nameOf({ name, kind }: PhaseFields, at: number): string {
  return `phases[${at}] (${name ?? kind ?? 'pre-training'})`
}

/** Adds the name of a phase to what is wrong with it. */
function named<T>(name: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    throw new ConfigurationError(`${name}: ${error.message}`)
  }
}

/** Asks for each place only once. */
function siteFinder(access: GridAccess): (settings: Settings) => Promise<SiteFactors> {
  const known = new Map<string, Promise<SiteFactors>>()
  return (settings) => {
    const key = JSON.stringify([settings.instance, ...PLACE_SETTINGS.map((name) => settings[name])])
    const found = known.get(key) ?? findSite(settings, { access })
    known.set(key, found)
    return found
  }
}

function draftOf(parts: readonly PlanPart[], { settings, plan }: PhaseSources, notes: readonly Note[]): UnjudgedReport {
  const counts = parts.flatMap((each) => each.counts)
  const units = settings.units ?? plan.units ?? counts[0] ?? null
  const hardware = joinedHardware(parts.map((each) => each.hardware))
  const own = parts.map(({ part }) => part)
  return unjudged(
    { kind: 'estimate', name: plan.name ?? 'plan' },
    {
      duration_s: sumOrNull(own.map(({ duration_s }) => duration_s)),
      machine: commonMachine(parts.flatMap(({ machine }) => machine ?? [])),
      ...totalsOfParts(own),
      hardware,
      units,
      ...(counts.length > 0 && { counts: units && !counts.includes(units) ? [units, ...counts] : [...counts] }),
      parts: own,
      basis: {
        power: parts.map(({ basis }) => basis).join('; '),
        pue: null,
        embodied: hardware?.source ?? null,
        not_counted: [...new Set(parts.flatMap((each) => each.notCounted))],
      },
      notes: uniqueNotes(notes),
    },
  )
}

/** The machine of all phases, if they have the same; otherwise no more than its place. */
function commonMachine(machines: readonly Machine[]): Report['machine'] {
  const [first] = machines
  if (!first) return null
  const key = JSON.stringify(first)
  return machines.every((each) => JSON.stringify(each) === key) ? first : null
}

function sourcesOf(sites: readonly SiteFactors[]): string {
  const sources = [...new Set(sites.map(({ pue }) => `${pue.pue.value} (${pue.source})`))]
  return sources.length === 1 ? (sites[0]?.pue.source ?? '') : sources.join('; ')
}

/** Gross or net, and whether the building is inside: published figures of one model differ by a third between them. */
function accountingNote({ plan }: PhaseSources, sites: readonly SiteFactors[]): Note {
  if (plan.accounting === 'net' && sites.some(({ grid }) => grid.kind !== 'given')) {
    throw new ConfigurationError(
      'accounting is "net", and the intensity is not given: the built-in grids are gross; give `intensity`, net of purchased clean energy, or use gross',
    )
  }
  const how =
    plan.accounting === 'net'
      ? 'net: purchased clean energy is taken off the given intensity, so that the figure is not comparable with a gross one'
      : 'gross: the electricity of the place, purchased clean energy not taken off'
  const pues = [...new Set(sites.map(({ pue }) => pue.pue.value))].join(' and ')
  return note('plan-accounting', `${how}; a PUE of ${pues} is inside`)
}

function developmentNote({ plan }: PhaseSources, phases: readonly Phase[]): Note[] {
  const isTraining =
    plan.phases === undefined && plan.development === undefined && phases.some(({ flop }) => flop !== null)
  if (!isTraining) return []
  const text =
    'one run is counted; failed and development runs are not: set development, such as 1.5 (others report 1 to 5)'
  return [note('plan-development-uncounted', text)]
}
