// Workflow runs, their attempts, jobs and steps, as state.
import type { Account } from './account.ts'
import type { Repository } from './repository.ts'

export type RunStatus = 'queued' | 'in_progress' | 'completed'
export type Conclusion = 'success' | 'failure' | 'neutral' | 'cancelled' | 'skipped' | 'timed_out' | 'action_required'

export interface Step {
  readonly name: string
  readonly number: number
  status: RunStatus
  conclusion: Conclusion | null
  startedAt: Date | null
  completedAt: Date | null
}

export interface Job {
  /** Also the id of the job's check run, as on GitHub: job.check_run_id. */
  readonly id: number
  readonly name: string
  readonly attempt: number
  readonly labels: readonly string[]
  readonly runnerName: string | null
  readonly backendId: string
  readonly createdAt: Date
  status: RunStatus
  conclusion: Conclusion | null
  startedAt: Date
  completedAt: Date | null
  steps: Step[]
}

export interface NewStep {
  readonly name: string
  readonly status?: RunStatus
  readonly conclusion?: Conclusion | null
  readonly startedAt?: Date | null
  readonly completedAt?: Date | null
}

export interface NewJob {
  readonly name: string
  readonly labels?: readonly string[]
  readonly status?: RunStatus
  readonly conclusion?: Conclusion | null
  readonly createdAt?: Date
  readonly startedAt?: Date
  readonly completedAt?: Date | null
  readonly runnerName?: string | null
  readonly steps?: readonly NewStep[]
}

export interface Workflow {
  readonly id: number
  readonly name: string
  readonly path: string
}

export interface NewRun {
  readonly workflow?: Workflow
  readonly event?: string
  readonly headSha: string
  readonly headBranch: string | null
  readonly headRepository?: Repository
  readonly status?: RunStatus
  readonly conclusion?: Conclusion | null
  readonly createdAt?: Date
  readonly actor?: Account
  /** Pull requests that the API names; leave empty for forks, as GitHub does. */
  readonly pulls?: readonly number[]
  readonly title?: string
  readonly id?: number
}

interface Attempt {
  readonly number: number
  readonly backendId: string
  readonly startedAt: Date
  readonly jobs: Job[]
}

interface Clock {
  nextId(kind: 'job'): number
  now(): Date
}

export class WorkflowRun {
  readonly id: number
  readonly number: number
  readonly repository: Repository
  readonly headRepository: Repository
  readonly workflow: Workflow
  readonly event: string
  readonly headSha: string
  readonly headBranch: string | null
  readonly createdAt: Date
  readonly actor: Account
  readonly pulls: readonly number[]
  readonly title: string
  readonly attempts: Attempt[] = []
  status: RunStatus
  conclusion: Conclusion | null
  updatedAt: Date
  readonly #clock: Clock

  constructor(repository: Repository, workflow: Workflow, id: number, number: number, clock: Clock, run: NewRun) {
    this.#clock = clock
    this.id = id
    this.number = number
    this.repository = repository
    this.headRepository = run.headRepository ?? repository
    this.workflow = workflow
    this.event = run.event ?? 'push'
    this.headSha = run.headSha
    this.headBranch = run.headBranch
    this.createdAt = run.createdAt ?? clock.now()
    this.updatedAt = this.createdAt
    this.actor = run.actor ?? repository.owner
    this.pulls = run.pulls ?? []
    this.title = run.title ?? `Run ${number}`
    this.status = run.status ?? ((run.conclusion ?? null) === null ? 'in_progress' : 'completed')
    this.conclusion = run.conclusion ?? null
    this.#begin(this.createdAt)
  }

  get attempt(): Attempt {
    return this.attempts.at(-1) as Attempt
  }

  addJob(job: NewJob): Job {
    const now = this.#clock.now()
    const startedAt = job.startedAt ?? job.createdAt ?? now
    const status = job.status ?? ((job.conclusion ?? null) === null ? 'in_progress' : 'completed')
    const id = this.#clock.nextId('job')
    const added: Job = {
      id,
      name: job.name,
      attempt: this.attempt.number,
      labels: job.labels ?? ['ubuntu-latest'],
      runnerName: job.runnerName === undefined ? `GitHub Actions ${id % 1000}` : job.runnerName,
      backendId: backendId(id),
      createdAt: job.createdAt ?? startedAt,
      status,
      conclusion: job.conclusion ?? (status === 'completed' ? 'success' : null),
      startedAt,
      completedAt: job.completedAt ?? (status === 'completed' ? now : null),
      steps: [],
    }
    for (const step of job.steps ?? []) this.addStep(added, step)
    this.attempt.jobs.push(added)
    return added
  }

  addStep(job: Job, step: NewStep): Step {
    const status = step.status ?? (step.completedAt === null ? 'in_progress' : 'completed')
    const added: Step = {
      name: step.name,
      number: job.steps.length + 1,
      status,
      conclusion: step.conclusion ?? (status === 'completed' ? 'success' : null),
      startedAt: step.startedAt ?? (status === 'queued' ? null : job.startedAt),
      completedAt: step.completedAt ?? (status === 'completed' ? (job.completedAt ?? job.startedAt) : null),
    }
    job.steps.push(added)
    return added
  }

  finishJob(job: Job, conclusion: Conclusion, at: Date = this.#clock.now()): void {
    Object.assign(job, { status: 'completed', conclusion, completedAt: at })
    this.updatedAt = at
  }

  finish(conclusion: Conclusion, at: Date = this.#clock.now()): void {
    this.status = 'completed'
    this.conclusion = conclusion
    this.updatedAt = at
  }

  /** Jobs named in `keep` are carried over with new ids and their old times, as "re-run failed jobs" does. */
  rerun(options: { keep?: (job: Job) => boolean; at?: Date } = {}): void {
    const before = this.attempt.jobs
    this.status = 'in_progress'
    this.conclusion = null
    this.#begin(options.at ?? this.#clock.now())
    for (const job of before.filter((job) => options.keep?.(job) ?? false)) {
      const id = this.#clock.nextId('job')
      this.attempt.jobs.push({ ...job, id, attempt: this.attempt.number, backendId: backendId(id) })
    }
  }

  #begin(startedAt: Date): void {
    const number = this.attempts.length + 1
    this.attempts.push({ number, backendId: backendId(this.id * 100 + number), startedAt, jobs: [] })
  }
}

/** The artifact service knows runs and jobs by UUIDs of its own. */
function backendId(seed: number): string {
  return `00000000-0000-4000-8000-${seed.toString(16).padStart(12, '0').slice(-12)}`
}
