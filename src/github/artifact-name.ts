import { createHash } from 'node:crypto'

/** What a job knows of itself when it leaves its report. */
export interface JobIdentity {
  /** Key of the job in the workflow file: GITHUB_JOB. */
  readonly job: string
  /** `job.check_run_id`: identifies the matrix leg within the run. Null on GHES, Forgejo and Gitea. */
  readonly checkRunId: number | null
  /** The matrix values as JSON: the same leg has the same ones in every run. Null or `null` without a matrix. */
  readonly matrix: string | null
  readonly attempt: number
  /** A value that no other job of the run has, used without a check run id: the runner's tracking id. */
  readonly tracking: string
  /** The step of the job, by GITHUB_ACTION. */
  readonly action: string
}

/** Whose report it is: a measured job's, a whole run's, or of logs or a plan that a step of a job was given. */
export type ReportKind = 'job' | 'workflow' | 'logs' | 'estimate'

/** Whose report an artifact contains, by its name. */
export interface ArtifactName {
  readonly kind: ReportKind
  readonly job: string
  /** Represents the matrix values, and the step if a job may have several; `0` without a matrix. */
  readonly leg: string
  readonly checkRunId: number | null
  readonly attempt: number
}

const PREFIX = 'carbon-gate'
/** Job keys are short. A long one is cut; its check run id still identifies it. */
const MAX_JOB_CHARACTERS = 60

/**
 * Name of a report's artifact: `carbon-gate.job.test.1b2c3d4e.48000000001.1`. Only letters, digits, `-`, `_` and the dots
 * between the fields, which every file system and the artifact service take; unique within the run, attempts included.
 */
export function artifactName(kind: ReportKind, identity: JobIdentity): string {
  const { checkRunId, tracking, attempt } = identity
  const id = checkRunId === null ? `x${digest(tracking, 12)}` : String(checkRunId)
  return [PREFIX, kind, fieldOf(identity.job), legOf(kind, identity), id, attempt].join('.')
}

/** Start of the names of one job's and one leg's reports in every run of the workflow. */
export function artifactPrefix(kind: ReportKind, identity: Pick<JobIdentity, 'job' | 'matrix' | 'action'>): string {
  return `${[PREFIX, kind, fieldOf(identity.job), legOf(kind, identity)].join('.')}.`
}

/** Parses an artifact's name; null for artifacts of others. */
export function parseArtifactName(name: string): ArtifactName | null {
  const match =
    /^carbon-gate\.(job|workflow|logs|estimate)\.([\w-]{1,60})\.([0-9a-f]{1,8})\.(\d{1,16}|x[0-9a-f]{12})\.(\d{1,6})$/.exec(
      name,
    )
  if (!match) return null
  const [, kind, job = '', leg = '', id = '', attempt] = match
  return {
    kind: kind as ReportKind,
    job,
    leg,
    checkRunId: id.startsWith('x') ? null : Number(id),
    attempt: Number(attempt),
  }
}

function fieldOf(job: string): string {
  return job.replace(/[^\w-]+/g, '-').slice(0, MAX_JOB_CHARACTERS) || 'job'
}

/** A job measures itself once, and may be given logs and plans in several steps. */
function legOf(kind: ReportKind, { matrix, action }: Pick<JobIdentity, 'matrix' | 'action'>): string {
  const text = (matrix ?? '').trim()
  const leg = text === '' || text === 'null' || text === '{}' ? '' : text
  const step = kind === 'logs' || kind === 'estimate' ? action : ''
  return leg === '' && step === '' ? '0' : digest(step === '' ? leg : `${leg}\n${step}`, 8)
}

function digest(text: string, characters: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, characters)
}
