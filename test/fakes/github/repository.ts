// A repository as state: what a test sets up and what the API then changes.
import type { Account } from './account.ts'
import { GitStore, type Commit } from './git-store.ts'
import type { MakeSignedCommit } from './graphql.ts'
import { WorkflowRun, type Job, type NewRun, type Workflow } from './workflow-run.ts'

export type Collaboration = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none'

export interface Label {
  readonly id: number
  readonly name: string
}

export interface LabelEvent {
  readonly id: number
  readonly event: 'labeled' | 'unlabeled'
  readonly label: Label
  readonly actor: Account
  readonly at: Date
}

export interface Pull {
  readonly id: number
  readonly number: number
  readonly author: Account
  title: string
  body: string | null
  state: 'open' | 'closed'
  locked: boolean
  mergedAt: Date | null
  mergeCommitSha: string | null
  readonly headRef: string
  headSha: string
  /** Null once the fork is deleted. */
  headRepository: Repository | null
  readonly headOwner: Account
  readonly baseRef: string
  baseSha: string
  labels: Label[]
  readonly labelEvents: LabelEvent[]
  readonly createdAt: Date
}

export interface NewPull {
  readonly head: { readonly branch: string; readonly sha?: string; readonly repository?: Repository }
  readonly base?: { readonly branch?: string; readonly sha?: string }
  readonly author?: Account
  readonly title?: string
  readonly body?: string | null
  readonly state?: 'open' | 'closed'
  readonly number?: number
}

export interface Comment {
  readonly id: number
  readonly issue: number
  readonly author: Account
  body: string
  readonly createdAt: Date
  updatedAt: Date
}

export interface Artifact {
  readonly id: number
  readonly name: string
  readonly run: WorkflowRun
  readonly attempt: number
  readonly job: Job | undefined
  readonly blob: string
  /** What the uploader said; the bytes are what they are. */
  size: number
  digest: string | null
  finalized: boolean
  expired: boolean
  readonly createdAt: Date
}

export interface CheckRun {
  readonly id: number
  name: string
  readonly headSha: string
  status: string
  conclusion: string | null
  detailsUrl: string | null
  externalId: string | null
  startedAt: string | null
  completedAt: string | null
  output: { title: string | null; summary: string | null; text: string | null }
}

/** Ids, the clock and the origins: what a repository needs of the service around it. */
export interface Service {
  readonly api: string
  readonly server: string
  now(): Date
  nextId(kind?: 'account' | 'comment' | 'run' | 'job' | 'artifact'): number
  putArtifactBytes(bytes: Buffer): string
  artifactUrl(artifact: Artifact): string
  account(login: string): Account | undefined
}

export interface NewRepository {
  readonly private?: boolean
  readonly defaultBranch?: string
  readonly parent?: Repository
  readonly files?: Readonly<Record<string, string>>
}

export class Repository {
  readonly id: number
  readonly owner: Account
  readonly name: string
  readonly private: boolean
  readonly parent: Repository | undefined
  readonly defaultBranch: string
  readonly git: GitStore
  /** By full name: refs/heads/main. */
  readonly refs = new Map<string, string>()
  readonly pulls = new Map<number, Pull>()
  readonly comments = new Map<number, Comment>()
  readonly workflows = new Map<number, Workflow>()
  readonly runs = new Map<number, WorkflowRun>()
  readonly artifacts = new Map<number, Artifact>()
  readonly checkRuns = new Map<number, CheckRun>()
  readonly collaborators = new Map<string, Collaboration>()
  readonly forks: Repository[] = []
  readonly createdAt: Date
  readonly service: Service
  /** Makes the commits of `createCommitOnBranch` where a test has its git repository. */
  makeSignedCommit: MakeSignedCommit | null = null
  /** What rules say to every commit of the API; null: nothing. */
  refusesCommits: string | null = null
  #numbers = 0
  #runNumbers = 0

  constructor(service: Service, owner: Account, name: string, options: NewRepository = {}) {
    this.service = service
    this.id = service.nextId()
    this.owner = owner
    this.name = name
    this.private = options.private ?? false
    this.parent = options.parent
    this.defaultBranch = options.defaultBranch ?? options.parent?.defaultBranch ?? 'main'
    this.createdAt = service.now()
    this.git = options.parent?.git ?? new GitStore()
    this.collaborators.set(owner.login, 'admin')
    options.parent?.forks.push(this)
    const tip = options.parent?.tip(options.parent.defaultBranch)
    if (tip === undefined) this.commit(this.defaultBranch, options.files ?? { 'README.md': `# ${name}\n` })
    else this.refs.set(`refs/heads/${this.defaultBranch}`, tip)
    if (tip !== undefined && options.files !== undefined) this.commit(this.defaultBranch, options.files)
  }

  get fullName(): string {
    return `${this.owner.login}/${this.name}`
  }

  get api(): string {
    return this.service.api
  }

  get url(): string {
    return `${this.service.api}/repos/${this.fullName}`
  }

  get html(): string {
    return `${this.service.server}/${this.fullName}`
  }

  tip(branch: string): string | undefined {
    return this.refs.get(`refs/heads/${branch}`)
  }

  /** Writes files onto a branch (null deletes); a new branch starts at `from`, the default branch when absent. */
  commit(
    branch: string,
    files: Readonly<Record<string, string | Buffer | null>>,
    options: { message?: string; from?: string; author?: Account } = {},
  ): string {
    const parent = this.tip(branch) ?? options.from ?? this.tip(this.defaultBranch)
    const entries = Object.entries(files).map(([path, content]) => {
      if (content === null) return [path, null] as const
      return [path, { mode: '100644', type: 'blob', sha: this.git.addBlob(Buffer.from(content)) }] as const
    })
    const author = options.author ?? this.owner
    const sha = this.git.addCommit({
      tree: this.git.addFiles(parent === undefined ? undefined : this.git.commits.get(parent)?.tree, new Map(entries)),
      parents: parent === undefined ? [] : [parent],
      message: options.message ?? `Change ${Object.keys(files).join(', ')}`,
      author: { name: author.login, email: `${author.login}@users.noreply.github.com`, date: this.service.now() },
    })
    this.refs.set(`refs/heads/${branch}`, sha)
    return sha
  }

  /** A branch, a tag, a full ref or a commit's id (also abbreviated to 7 or more), as the API takes them. */
  resolve(ref: string): Commit | undefined {
    const named =
      this.refs.get(ref) ?? this.refs.get(`refs/${ref}`) ?? this.tip(ref) ?? this.refs.get(`refs/tags/${ref}`)
    if (named !== undefined) return this.git.commits.get(named)
    if (!/^[0-9a-f]{7,40}$/.test(ref)) return undefined
    return this.git.commits.get(ref) ?? [...this.git.commits.values()].find((commit) => commit.sha.startsWith(ref))
  }

  addPull(pull: NewPull): Pull {
    const head = pull.head.repository ?? this
    const baseRef = pull.base?.branch ?? this.defaultBranch
    const baseSha = pull.base?.sha ?? this.tip(baseRef) ?? ''
    const headSha =
      pull.head.sha ??
      head.tip(pull.head.branch) ??
      head.commit(pull.head.branch, { 'change.txt': `${pull.head.branch}\n` }, { from: baseSha })
    const author = pull.author ?? head.owner
    this.#ensureCommit(headSha, baseSha, author)
    if (head.tip(pull.head.branch) === undefined) head.refs.set(`refs/heads/${pull.head.branch}`, headSha)
    const number = pull.number ?? ++this.#numbers
    this.#numbers = Math.max(this.#numbers, number)
    const merge = this.git.addCommit({
      tree: this.git.commits.get(headSha)?.tree ?? '',
      parents: [baseSha, headSha],
      message: `Merge ${headSha} into ${baseSha}`,
      author: { name: 'GitHub', email: 'noreply@github.com', date: this.service.now() },
    })
    this.refs.set(`refs/pull/${number}/head`, headSha)
    this.refs.set(`refs/pull/${number}/merge`, merge)
    const added: Pull = {
      id: this.service.nextId(),
      number,
      author,
      title: pull.title ?? `Change ${pull.head.branch}`,
      body: pull.body ?? null,
      state: pull.state ?? 'open',
      locked: false,
      mergedAt: null,
      mergeCommitSha: merge,
      headRef: pull.head.branch,
      headSha,
      headRepository: head,
      headOwner: head.owner,
      baseRef,
      baseSha,
      labels: [],
      labelEvents: [],
      createdAt: this.service.now(),
    }
    this.pulls.set(number, added)
    return added
  }

  /** Moves the head of a pull request on, as a push to its branch does. */
  push(pull: Pull, files: Readonly<Record<string, string | Buffer | null>>): string {
    const head = pull.headRepository ?? this
    pull.headSha = head.commit(pull.headRef, files, { author: pull.author })
    this.refs.set(`refs/pull/${pull.number}/head`, pull.headSha)
    return pull.headSha
  }

  label(pull: Pull, name: string, actor: Account, at: Date = this.service.now()): void {
    const label = { id: this.service.nextId(), name }
    pull.labels = [...pull.labels.filter((other) => other.name !== name), label]
    pull.labelEvents.push({ id: this.service.nextId(), event: 'labeled', label, actor, at })
  }

  unlabel(pull: Pull, name: string, actor: Account, at: Date = this.service.now()): void {
    const label = pull.labels.find((other) => other.name === name)
    if (label === undefined) return
    pull.labels = pull.labels.filter((other) => other !== label)
    pull.labelEvents.push({ id: this.service.nextId(), event: 'unlabeled', label, actor, at })
  }

  addComment(pull: Pull | number, author: Account, body: string, at: Date = this.service.now()): Comment {
    const issue = typeof pull === 'number' ? pull : pull.number
    const comment = { id: this.service.nextId('comment'), issue, author, body, createdAt: at, updatedAt: at }
    this.comments.set(comment.id, comment)
    return comment
  }

  commentsOn(pull: Pull | number): Comment[] {
    const issue = typeof pull === 'number' ? pull : pull.number
    return [...this.comments.values()].filter((comment) => comment.issue === issue)
  }

  addWorkflow(name: string, path = `.github/workflows/${name.toLowerCase().replaceAll(' ', '-')}.yml`): Workflow {
    const workflow = { id: this.service.nextId(), name, path }
    this.workflows.set(workflow.id, workflow)
    return workflow
  }

  addRun(run: NewRun): WorkflowRun {
    const workflow = run.workflow ?? [...this.workflows.values()][0] ?? this.addWorkflow('CI')
    this.#ensureCommit(run.headSha, this.tip(this.defaultBranch) ?? '', run.actor ?? this.owner)
    const id = run.id ?? this.service.nextId('run')
    const added = new WorkflowRun(this, workflow, id, ++this.#runNumbers, this.service, run)
    this.runs.set(id, added)
    return added
  }

  /** An artifact without the service in between: the bytes are the zip as it is downloaded. */
  addArtifact(run: WorkflowRun, name: string, bytes: Buffer, options: { job?: Job; attempt?: number } = {}): Artifact {
    const artifact: Artifact = {
      id: this.service.nextId('artifact'),
      name,
      run,
      attempt: options.attempt ?? run.attempt.number,
      job: options.job,
      blob: this.service.putArtifactBytes(bytes),
      size: bytes.length,
      digest: null,
      finalized: true,
      expired: false,
      createdAt: this.service.now(),
    }
    this.artifacts.set(artifact.id, artifact)
    return artifact
  }

  /** Events name commits; one that a test made up gets the files of the base. */
  #ensureCommit(sha: string, like: string, author: Account): void {
    if (this.git.commits.has(sha)) return
    const base = this.git.commits.get(like)
    this.git.putCommit({
      sha,
      tree: base?.tree ?? this.git.addTree([]),
      parents: base === undefined ? [] : [base.sha],
      message: `Commit ${sha.slice(0, 7)}`,
      author: { name: author.login, email: `${author.login}@users.noreply.github.com`, date: this.service.now() },
    })
  }
}
