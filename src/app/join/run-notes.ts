import { type Note, type NoteCode, audienceOf, note } from '../../core/notes.ts'
import { firstNames } from '../../core/first-names.ts'
import type { RunJob } from '../../github/jobs.ts'
import { type RanJob, runnerNames, secondsOf } from './estimate-job.ts'
import { type JoinContext, isSelf, nowOf } from './join-context.ts'
import type { RefusedReport, Refusal } from './bounded-reports.ts'
import { cleanerGrids } from './grid-claims.ts'
import type { LeftReport, Matches } from './match.ts'

/** A run with its reports matched to jobs. */
export interface SeenRun {
  readonly jobs: readonly RunJob[]
  /** Jobs that a runner took. */
  readonly ran: readonly RanJob[]
  nameOf(job: RunJob): string
  readonly matches: Matches
  /** Reports that do not count. */
  readonly refused: readonly RefusedReport[]
  /** Copies of reports, which do not count. */
  readonly copies: readonly LeftReport[]
}

/** A report gets a note if it covers less than this share of the job's time and leaves out more than this many seconds. */
const PARTLY = { share: 0.8, seconds: 30 } as const
/** Maximum number of names in a note; the rest are counted. Names are untrusted text, so each is cut. */
const NAMES_IN_NOTE = 10
const NAME_CHARACTERS = 60

/** What is said of the jobs whose report does not count, by the reason. */
const REFUSALS: Readonly<Record<Refusal, (names: string) => string>> = {
  conflict: (names) =>
    `Several artifacts claim to be the report of one job and differ, so estimated instead: ${names}. A job uploads one report: find the step or job that uploaded the other.`,
  'below-floor': (names) => `Reported less energy than such a runner draws when idle, so estimated instead: ${names}.`,
  'without-step': (names) => `Uploaded a report and did not run the step, so estimated instead: ${names}.`,
  'impossible-grid': (names) =>
    `Reported fewer grams than any grid emits for the energy, so estimated instead: ${names}.`,
  contradiction: (names) => `Reported figures that contradict each other, so estimated instead: ${names}.`,
}

/** Notes on jobs: which are estimated, still run, used nothing or have a report that does not count. */
export function runNotes({ jobs, ran, nameOf, matches, refused, copies }: SeenRun, context: JoinContext): Note[] {
  const own = (job: RunJob): boolean => isSelf(job, context)
  const unseen = ran.filter((job) => !matches.ofJob.has(job.id) && !own(job))
  const unknown = unseen.filter((job) => context.power(runnerNames(job)) === null)
  const running = ran.filter((job) => job.status === 'running' && !own(job))
  const waiting = jobs.filter((job) => job.status === 'waiting')
  const idle = jobs.filter((job) => job.startMs === null && job.status === 'completed')
  const partly = ran.filter((job) => isPartlyMeasured(job, matches.ofJob.get(job.id), nowOf(job, context)))
  const about = (code: NoteCode, list: readonly RunJob[], text: (names: string) => string): Note[] =>
    namedNote(code, list.map(nameOf), text)
  const labels = [...new Set(unknown.map((job) => runnerNames(job).join(', ') || job.runnerName || 'no label'))]
  return [
    ...about('jobs-estimated', unseen, (names) => `Without the step, estimated from time and runner class: ${names}.`),
    ...about(
      'runner-unknown',
      unknown,
      (names) =>
        `The power of these jobs' runners is unknown: ${names}. Describe the label (${namesOf(labels)}) under \`runners:\` in the config file.`,
    ),
    ...about(
      'jobs-running',
      running,
      (names) => `Still running, counted until now: ${names}. Add them to \`needs\` of this job.`,
    ),
    ...about(
      'jobs-waiting',
      waiting,
      (names) => `Not started yet, not counted: ${names}. Add them to \`needs\` of this job.`,
    ),
    ...about('jobs-idle', idle, (names) => `Used nothing (skipped, or cancelled in the queue): ${names}.`),
    ...about(
      'jobs-partly-measured',
      partly,
      (names) => `Measured for part of their time only, because the step is not their first: ${names}.`,
    ),
    ...(Object.keys(REFUSALS) as Refusal[]).flatMap((refusal) => {
      const jobsOfKind = refused.filter((report) => report.refusal === refusal).map(({ job }) => job)
      return about('jobs-implausible', [...new Set(jobsOfKind)], REFUSALS[refusal])
    }),
    ...(context.checksGrid ? cleanerGridNote(cleanerGrids(ran, matches, context), nameOf) : []),
    ...copiesNote(copies.map(({ report }) => report.subject.name)),
    ...namedNote(
      'reports-unmatched',
      matches.without.map(({ report }) => report.subject.name),
      (names) => `The jobs of these reports were not found and may be counted twice: ${names}.`,
    ),
  ]
}

/** A note about what has these names; none without a name. */
export function namedNote(code: NoteCode, names: readonly string[], text: (names: string) => string): Note[] {
  return names.length === 0 ? [] : [note(code, text(namesOf(names)))]
}

/** Says that copies of reports count once. */
export function copiesNote(names: readonly string[]): Note[] {
  return namedNote(
    'reports-repeated',
    names,
    (listed) => `These reports were given more than once and count once: ${listed}.`,
  )
}

function cleanerGridNote(cleaner: ReturnType<typeof cleanerGrids>, nameOf: SeenRun['nameOf']): Note[] {
  return namedNote(
    'unprotected-input',
    cleaner.map(({ job, gPerKwh }) => `${cut(nameOf(job))} (${Math.round(gPerKwh)} g/kWh)`),
    (names) =>
      `A job's grid figure comes from its own report, and in these it is much lower than that of their runner: ${names}. Set \`zone\` or \`region\` in the config file of the base branch to fix it.`,
  )
}

function isPartlyMeasured(job: RanJob, left: LeftReport | undefined, nowMs: number): boolean {
  const measured = left?.report.duration_s
  if (measured === null || measured === undefined) return false
  const seconds = secondsOf(job, nowMs)
  return measured < seconds * PARTLY.share && seconds - measured > PARTLY.seconds
}

/**
 * Notes of the jobs' reports that are about their figures. Budgets and waivers are decided for the whole run, because any step of a
 * job could have written what its report says about them.
 */
export function reportNotes(reports: readonly { readonly report: { readonly notes: readonly Note[] } }[]): Note[] {
  return reports.flatMap(({ report }) => report.notes).filter((reported) => audienceOf(reported) === 'figure')
}

/** Lists names, which are untrusted text: each is cut, and those beyond ten are counted. */
export function namesOf(names: readonly string[]): string {
  return firstNames(names.map(cut), NAMES_IN_NOTE)
}

function cut(name: string): string {
  const points = Array.from(name.slice(0, 2 * NAME_CHARACTERS + 2))
  return points.length > NAME_CHARACTERS ? `${points.slice(0, NAME_CHARACTERS - 1).join('')}…` : name
}
