import { ConfigurationError } from '../../core/errors.ts'
import { plausibilityNotes } from '../settings/plausibility.ts'
import { readSettingsFile } from '../settings/settings-file.ts'
import { DEFAULTS, type SetValues, type Settings } from '../settings/table.ts'
import { withMinerals } from '../grid/minerals.ts'
import { type GridAccess, findSite } from '../grid/site-factors.ts'
import { estimated, plannedMachine } from './estimate.ts'
import { withInstance } from './instance.ts'
import { whereAndWhen } from './plan-advice.ts'
import { type PlannedProject, plannedProject } from './plan-report.ts'
import type { Plan } from './plan-schema.ts'
import { PLACE_SETTINGS, WORK_SETTINGS } from './work-settings.ts'
import { replacedNotes } from './replaced-values.ts'

/** What a plan is worked out with. */
export interface PlanQuestion {
  /** Settings of the step or command. */
  readonly settings: Settings
  /**
   * Values that win over the plan: of the action its settings; on the command line the flags, because the config file there is about all
   * work and the plan about this work.
   */
  readonly given: SetValues
  readonly access: GridAccess
}

/** Keys of a plan that make it a project of several parts. */
const PROJECT_KEYS = [
  'phases',
  'inference',
  'development',
  'accounting',
  'gpu-hours',
  'runs',
  'parameters',
  'tokens',
  'flop',
  'name',
] as const satisfies readonly (keyof Plan)[]

/** Keys of a plan that are settings. */
const SETTING_KEYS = [...WORK_SETTINGS, ...PLACE_SETTINGS, 'units'] as const

/**
 * Works out the plan file that the settings name, or the plan that the settings are themselves.
 * @throws ConfigurationError with file, line and value, also for a key that a plan does not have: a budget there would be ignored silently
 */
export async function answerPlan(question: PlanQuestion): Promise<PlannedProject> {
  const { settings } = question
  if (settings.plan === undefined) return answered({}, question)
  const file = settings.plan
  // The parser of YAML is loaded only where there is a file.
  const { parsePlan } = await import('./read-plan.ts')
  try {
    const plan = parsePlan(readSettingsFile(file, 'plan'), file)
    return await answered(plan, question)
  } catch (error) {
    if (!(error instanceof ConfigurationError) || error.message.includes(file)) throw error
    throw new ConfigurationError(`${file}: ${error.message}`)
  }
}

/** Works out a parsed plan, with where and when it would emit less. @throws ConfigurationError */
export async function answered(plan: Plan, question: PlanQuestion): Promise<PlannedProject> {
  const { settings, given, access } = question
  const isProject = PROJECT_KEYS.some((key) => plan[key] !== undefined)
  const project = isProject
    ? await plannedProject({ settings, plan, given }, access)
    : await simplePlan(withPlan(plan, settings, given), access)
  const wanted = { regions: settings.regions ?? plan.regions, within: settings.within ?? plan.within }
  const advice = await whereAndWhen(project, wanted, { settings, access })
  // Those of the settings are in the report already.
  const notes = plausibilityNotes({ ...DEFAULTS, ...settingsOf(plan) })
  const replaced = replacedNotes(plan, given)
  const all = [...project.draft.notes, ...notes, ...replaced, ...advice]
  return { ...project, draft: { ...project.draft, notes: all } }
}

/** Settings of one piece of work, with what its plan says. */
function withPlan(plan: Plan, settings: Settings, given: SetValues): Settings {
  return withInstance({ ...settings, ...settingsOf(plan), ...definedOf(given) })
}

function settingsOf(plan: Plan): SetValues {
  return Object.fromEntries(
    SETTING_KEYS.flatMap((key) => (plan[key] === undefined ? [] : [[key, plan[key]]])),
  ) as SetValues
}

function definedOf(values: SetValues): SetValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as SetValues
}

async function simplePlan(settings: Settings, access: GridAccess): Promise<PlannedProject> {
  const site = await findSite(settings, { access })
  const draft = await withMinerals(estimated(settings, site), plannedMachine(settings), settings)
  return { draft, site, phasesS: draft.duration_s }
}
