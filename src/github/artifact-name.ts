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
  /** Something that no other job of the run has, for where there is no check run id: the runner's tracking id. */
  readonly tracking: string
}

/** Whose report an artifact holds, by its name. */
export interface ArtifactName {
  readonly kind: 'job' | 'workflow'
  readonly job: string
  /** Stands for the matrix values; `0` without a matrix. */
  readonly leg: string
  readonly checkRunId: number | null
  readonly attempt: number
}

const PREFIX = 'carbon-gate'
/** Job keys are short; one that is not is cut (its check run id still tells it apart). */
const MAX_JOB_CHARACTERS = 60

/**
 * Name of a report's artifact: `carbon-gate.job.test.1b2c3d4e.48000000001.1`. Only letters, digits, `-`, `_` and the dots
 * between the fields, which every file system and the artifact service take; unique within the run, attempts included.
 */
export function artifactName(kind: ArtifactName['kind'], identity: JobIdentity): string {
  const { checkRunId, tracking, attempt, matrix } = identity
  const id = checkRunId === null ? `x${digest(tracking, 12)}` : String(checkRunId)
  return [PREFIX, kind, fieldOf(identity.job), legOf(matrix), id, attempt].join('.')
}

/** Start of the names of one job's and one leg's reports in every run of the workflow. */
export function artifactPrefix(kind: ArtifactName['kind'], identity: Pick<JobIdentity, 'job' | 'matrix'>): string {
  return `${[PREFIX, kind, fieldOf(identity.job), legOf(identity.matrix)].join('.')}.`
}

/** Reads an artifact's name; null when it is not one of ours. */
export function parseArtifactName(name: string): ArtifactName | null {
  const match =
    /^carbon-gate\.(job|workflow)\.([\w-]{1,60})\.([0-9a-f]{1,8})\.(\d{1,16}|x[0-9a-f]{12})\.(\d{1,6})$/.exec(name)
  if (!match) return null
  const [, kind, job = '', leg = '', id = '', attempt] = match
  return {
    kind: kind as ArtifactName['kind'],
    job,
    leg,
    checkRunId: id.startsWith('x') ? null : Number(id),
    attempt: Number(attempt),
  }
}

function fieldOf(job: string): string {
  return job.replace(/[^\w-]+/g, '-').slice(0, MAX_JOB_CHARACTERS) || 'job'
}

function legOf(matrix: string | null): string {
  const text = (matrix ?? '').trim()
  return text === '' || text === 'null' || text === '{}' ? '0' : digest(text, 8)
}

function digest(text: string, characters: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, characters)
}
