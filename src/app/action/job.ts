import { MeasurementError } from '../../core/errors.ts'
import { type Note, note } from '../../core/notes.ts'
import { type Readings, computeMeasurement, endMeasurement, readSoFar } from '../measure/finish.ts'
import type { Measurement } from '../measure/measurement.ts'
import { measuredDraft, reservedMachine, siteOfMeasurement } from '../measure/measured-report.ts'
import { measuredFacts } from '../advice/measured-facts.ts'
import type { Policy } from '../policy/policy.ts'
import { withMinerals } from '../grid/minerals.ts'
import type { SiteFactors } from '../grid/site-factors.ts'
import { machinePower, slicePower } from '../power/machine-power.ts'
import { stepParts } from '../measure/step-parts.ts'
import { stepsOf } from '../../github/this-job.ts'
import type { UnjudgedReport } from '../../core/unjudged.ts'
import { judgeByPolicy } from '../policy/judgement.ts'
import type { WhenAnswer } from '../../render/answers/when.ts'
import { whenToRun } from '../grid/when.ts'
import { originOf } from './comment-place.ts'
import { publishLocally } from './publish-locally.ts'
import { type Session, ownSession, sessionOfJob } from './session.ts'
import { JOB_REQUESTS } from './requests.ts'
import { withJobStop } from './job-stop.ts'
import { findJob } from './find-job.ts'
import { joinUsage } from './usage.ts'
import { readingsOf } from '../settings/wall-readings.ts'
import { type ActionContext, type Invocation, type ModeResult, openContext, policyOf } from './context.ts'
import { judgeUnstartedJob } from './unstarted-job.ts'
import { withoutFigure } from '../../core/judge-report.ts'

const DAY_S = 86_400

/** `mode: job`, second half, in the post step: stops the sampler and computes the job's figures. Null if there is nothing to judge. */
export async function finishJob(invocation: Invocation): Promise<ModeResult | null> {
  const session = ownSession(invocation.env)
  if (!session) return judgeUnstartedJob(invocation)
  const { draft, ...result } = await measureJob(invocation, session, endMeasurement)
  const notes = [...draft.notes, ...changedVariablesNote(invocation.changedVariables ?? [])]
  return { ...result, draft: { ...draft, notes } }
}

function changedVariablesNote(names: readonly string[]): Note[] {
  if (names.length === 0) return []
  const text = `Steps of this job changed variables that decide where the token goes: ${names.join(', ')}. Their values from the start of the job are used.`
  return [note('environment-changed', text)]
}

/** `mode: report`: judges so far and sets the outputs, which GitHub drops in post. Comment and artifact wait for the job's end. */
export async function reportJob(invocation: Invocation): Promise<null> {
  const { context, draft, judging, ...found } = await measureJob(invocation, sessionOfJob(invocation.env), readSoFar)
  const judgeable = { draft: { ...draft, origin: originOf(context) }, judging }
  const { report, policy } = await judgeByPolicy(judgeable, found.policy)
  publishLocally(report, context, policy.settings)
  return null
}

async function measureJob(invocation: Invocation, session: Session, end: typeof endMeasurement): Promise<ModeResult> {
  // The counters first: whatever runs from here on does not belong to the job.
  const readings = await end(session.measurement)
  const { context, policy } = await openJob(invocation, session)
  const measured = measurementOf(readings, policy)
  if (measured instanceof MeasurementError) {
    const figureless = withoutFigure({ kind: 'job', name: context.job.name }, measured)
    return { ...figureless, context, policy, kind: 'job', advice: {} }
  }
  const found = await findJob(context)
  // Grid providers have a waiting time of their own.
  const site = await context.deadline.outside(() =>
    siteOfMeasurement(measured, policy.settings, { env: context.env, access: context.gridAccess }),
  )
  // What the API says about the job replaces what inputs say.
  const job = {
    ...context.job,
    name: found.job?.name ?? context.job.name,
    checkRunId: found.job?.id ?? context.job.checkRunId,
  }
  const { draft: measuredOnly, judging } = measuredDraft(
    measured,
    site,
    { kind: 'job', name: job.name },
    policy.settings,
  )
  const draft = await context.deadline.outside(() =>
    withMinerals(measuredOnly, reservedMachine(measured), policy.settings, invocation.cancelled),
  )
  const steps = stepsOf(found)
  const parts =
    steps.length > 0 ? stepParts(draft, measured.timeline, steps, { momentsMs: [session.startedMs, Date.now()] }) : []
  const whole = { ...draft, parts: [...parts, ...draft.parts], notes: [...draft.notes, ...found.notes] }
  const stoppable = withJobStop(whole, measured, session, policy)
  const joined = await joinUsage({ draft: stoppable, judging }, policy.settings, context)
  return {
    context: { ...context, job, failures: [...context.failures, ...found.failures] },
    policy,
    ...joined,
    kind: 'job',
    advice: {
      when: await context.deadline.outside(() => bestTime(site, measured, draft)),
      facts: measuredFacts(measured, invocation.env),
    },
  }
}

/** The measurement, or why there is none. */
function measurementOf(readings: Readings, { settings }: Policy): Measurement | MeasurementError {
  try {
    return computeMeasurement(readings, slicePower(machinePower(readings.machine, readingsOf(settings))))
  } catch (error) {
    if (error instanceof MeasurementError) return error
    throw error
  }
}

async function openJob(
  invocation: Invocation,
  { event, known, requests }: Session,
): Promise<{ readonly context: ActionContext; readonly policy: Policy }> {
  const context = await openContext(invocation, { event, known, requests: JOB_REQUESTS - requests })
  return { context, policy: await policyOf(context) }
}

/** When the same work would have caused the least emissions within a day; null without a provider that forecasts. */
async function bestTime(
  { live, place }: SiteFactors,
  { durationS }: Measurement,
  draft: UnjudgedReport,
): Promise<WhenAnswer | null> {
  if (!live) return null
  return whenToRun(live, place, { durationS, withinS: DAY_S, energyWh: draft.energy.total_wh })
}
