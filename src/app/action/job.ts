import type { Judgeable } from '../../core/judge-report.ts'
import { MeasurementError } from '../../core/errors.ts'
import { type Note, note } from '../../core/notes.ts'
import type { GitHubFailure } from '../../github/failure.ts'
import type { AdviceBasis } from '../advice/advice.ts'
import { type Measurement, finishMeasurement, reportSoFar } from '../measure/index.ts'
import { measuredDraft, powerChoice, spanOf, stretchesOf } from '../measure/measured-report.ts'
import { measuredFacts } from '../advice/measured-facts.ts'
import type { Policy } from '../policy/policy.ts'
import { type Pricing, priced } from '../grid/site-factors.ts'
import { stepParts } from '../measure/step-parts.ts'
import { type FoundJob, findThisJob, stepsOf } from '../../github/this-job.ts'
import { type UnjudgedReport, withoutFigure } from '../../core/unjudged.ts'
import { judge } from '../judge.ts'
import { type WhenAnswer, whenToRun } from '../grid/when.ts'
import { conclude } from './conclude.ts'
import { originOf } from './comment-place.ts'
import { type RunningJob, runningJob } from './job-identity.ts'
import { publishLocally } from './publish-locally.ts'
import { type Session, ownSession, sessionOfJob } from './session.ts'
import { readingsOf } from '../settings/wall-readings.ts'
import { type Start, type Step, openStep, policyOf } from './step.ts'

const DAY_S = 86_400

/** A measured job as a draft. */
interface MeasuredJob extends Judgeable {
  readonly policy: Policy
  readonly step: Step
  readonly job: RunningJob
  readonly advice: AdviceBasis
  readonly failures: readonly GitHubFailure[]
}

/** `mode: job`, second half, in the post step: stops, computes, judges, makes known. */
export async function finishJob(start: Start): Promise<void> {
  const session = ownSession(start.env)
  // Main failed and has said why: there is nothing to judge.
  if (!session) return
  const { step, draft, ...measured } = await measuredJob(start, session, finishMeasurement)
  const notes = [...draft.notes, ...changedVariablesNote(start.changedVariables ?? [])]
  await conclude(step, { ...measured, draft: { ...draft, notes }, kind: 'job' })
}

function changedVariablesNote(names: readonly string[]): Note[] {
  if (names.length === 0) return []
  const text = `Steps of this job changed variables that decide where the token goes: ${names.join(', ')}. Their values from the start of the job are used.`
  return [note('environment-changed', text)]
}

/** `mode: report`: judges so far and sets the outputs, which GitHub drops in post. Comment and artifact wait for the job's end. */
export async function reportJob(start: Start): Promise<void> {
  const { env } = start
  const { policy, step, job, draft, judging } = await measuredJob(start, sessionOfJob(env), reportSoFar)
  const judgeable = { draft: { ...draft, origin: originOf(env, step.event, job) }, judging }
  publishLocally(judge(judgeable, policy), { commands: step.commands, env, settings: policy.settings })
}

async function measuredJob(start: Start, session: Session, end: typeof finishMeasurement): Promise<MeasuredJob> {
  // Opened once: by the measurement, which needs the settings for the power curve, or after one that fails before that.
  let opening: Promise<{ readonly step: Step; readonly policy: Policy }> | undefined
  const open = (): NonNullable<typeof opening> => (opening ??= openJob(start, session))
  const { powerOf, chosen } = powerChoice(async () => readingsOf((await open()).policy.settings))
  // The counters first: whatever comes now is no part of the job.
  const measured = await end(session.measurement, { powerOf }).catch((error: unknown) => {
    if (error instanceof MeasurementError) return error
    throw error
  })
  const { step, policy } = await open()
  const job = runningJob(start.env)
  const own = { step, policy, job, advice: {}, failures: [] }
  if (measured instanceof MeasurementError) {
    const subject = { kind: 'job' as const, name: job.name }
    return { ...own, draft: withoutFigure(subject, measured), judging: { doubt: 'no-figure', ownScopes: ['job'] } }
  }
  const found = await thisJob(step, job)
  // Grid providers have an allowance of waiting of their own.
  const pricing = await step.deadline.outside(() => pricedJob(step, policy, measured))
  // What the API says of the job replaces what inputs say.
  const named = { ...job, name: found.job?.name ?? job.name, checkRunId: found.job?.id ?? job.checkRunId }
  const subject = { kind: 'job' as const, name: named.name }
  const { draft, judging } = measuredDraft(measured, chosen(), pricing, subject, policy.settings)
  const steps = stepsOf(found)
  const moments = { momentsMs: [session.startedMs, Date.now()] }
  const parts = steps.length > 0 ? stepParts(draft, measured.timeline, steps, moments) : []
  return {
    ...own,
    job: named,
    draft: { ...draft, parts: [...parts, ...draft.parts], notes: [...draft.notes, ...found.notes] },
    judging,
    failures: found.failures,
    advice: {
      when: await step.deadline.outside(() => bestTime(pricing, measured, draft)),
      facts: measuredFacts(measured, chosen(), start.env),
    },
  }
}

async function openJob(start: Start, { event }: Session): Promise<{ readonly step: Step; readonly policy: Policy }> {
  const step = await openStep(start, { event })
  return { step, policy: await policyOf(step) }
}

/** When the same work would have been cleanest within a day; null without a provider that looks ahead. */
async function bestTime(
  { live, place }: Pricing,
  { durationS }: Measurement,
  draft: UnjudgedReport,
): Promise<WhenAnswer | null> {
  if (!live) return null
  return whenToRun(live, place, { durationS, withinS: DAY_S, energyWh: draft.energy.total_wh })
}

function pricedJob(step: Step, { settings }: Policy, measurement: Measurement): Promise<Pricing> {
  const { cloud } = measurement.machine
  return priced(settings, {
    access: step.gridAccess,
    surroundings: { env: step.env, looksLike: cloud ? [cloud] : [] },
    span: spanOf(measurement),
    timeline: stretchesOf(measurement),
  })
}

async function thisJob(
  { client, event }: Step,
  { runId, attempt, checkRunId, runnerName }: RunningJob,
): Promise<FoundJob> {
  if (!client?.server.allowsOptional || !event || runId === 0) return { job: null, notes: [], failures: [] }
  return findThisJob(client, { repository: event.repository, runId, attempt, checkRunId, runnerName })
}
