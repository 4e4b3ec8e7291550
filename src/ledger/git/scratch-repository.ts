import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { MeasurementError } from '../../core/errors.ts'
import type { GitAddress } from './address.ts'
import { type NewCommit, fastImportStream } from './fast-import.ts'
import { gitError, isConflict } from './git-failure.ts'
import { ObjectReader } from './object-reader.ts'
import { type GitResult, gitEnvironment, runGit } from './run-git.ts'

/** Error codes of a full disk, a quota, and a limit on the size of files. */
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** Name of the remote in the scratch repository. */
const REMOTE = 'ledger'

/** One update of a push. */
export interface RefUpdate {
  /** Local ref or commit; null deletes. */
  readonly from: string | null
  readonly to: string
  /** Commit that the remote ref must still have; only for deletions. */
  readonly expected?: string
}

/** A temporary bare repository that fetches from a ledger's repository and pushes to it. The user's checkout is never touched. */
export class ScratchRepository {
  readonly #folder: string
  readonly #env: Record<string, string>

  private constructor(folder: string, env: Record<string, string>) {
    this.#folder = folder
    this.#env = env
  }

  /** @throws MeasurementError */
  static create({ url, settings }: GitAddress, env: NodeJS.ProcessEnv): ScratchRepository {
    const parent = env['RUNNER_TEMP'] || tmpdir()
    let folder: string
    try {
      folder = mkdtempSync(path.join(parent, 'carbon-gate-ledger-'))
      initialise(folder)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      const reason = code !== undefined && FULL.has(code) ? `the disk is full, or files may not grow (${code})` : code
      throw new MeasurementError(`ledger: no temporary repository can be made in ${parent}: ${reason}`, 'ledger')
    }
    return new ScratchRepository(folder, gitEnvironment(env, [[`remote.${REMOTE}.url`, url], ...settings]))
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 })
  }

  /** Runs git. @throws MeasurementError with `action` when it fails */
  async run(action: string, args: readonly string[], input?: string): Promise<Buffer> {
    const result = await this.#git(args, input)
    if (result.status !== 0) throw gitError(action, result)
    return result.stdout
  }

  #git(args: readonly string[], input?: string): Promise<GitResult> {
    return runGit(args, { cwd: this.#folder, env: this.#env, ...(input !== undefined && { input }) })
  }

  /**
   * Fetches refs: `refs/heads/x` to a local ref. A ref that the remote does not have is left out; a pattern may match nothing.
   * @param depth null: with history
   * @param withBlobs false: without file contents, where the server supports it
   */
  async fetch(
    refs: readonly (readonly [string, string])[],
    { depth, withBlobs }: { depth: 1 | null; withBlobs: boolean },
  ): Promise<void> {
    let wanted = refs
    for (;;) {
      // Without these, an earlier fetch's refs would survive their deletion on the server.
      const flags = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules', '--prune']
      const result = await this.#git([
        'fetch',
        ...flags,
        ...(depth === null ? [] : [`--depth=${depth}`]),
        ...(withBlobs ? [] : ['--filter=blob:none']),
        REMOTE,
        ...wanted.map(([remote, local]) => `+${remote}:${local}`),
      ])
      if (result.status === 0) return
      // A repository without any ref: git ends with 1 and says nothing when patterns match nothing in it.
      if (result.stderr.trim() === '' && wanted.every(([remote]) => remote.endsWith('*'))) return
      const missing = /couldn't find remote ref (\S+)/i.exec(result.stderr)?.[1]
      const rest = wanted.filter(([remote]) => remote !== missing)
      if (missing === undefined || rest.length === wanted.length) {
        throw gitError('ledger: cannot fetch', result)
      }
      wanted = rest
      if (wanted.length === 0) return
    }
  }

  /** Local refs under a prefix, with their commits. They are files: git packs refs only when it is asked to. */
  refs(prefix: string): Map<string, string> {
    let names: string[]
    try {
      names = readdirSync(path.join(this.#folder, prefix), { recursive: true, encoding: 'utf8' })
        .map((name) => `${prefix}/${name.replaceAll(path.sep, '/')}`)
        .filter((name) => statSync(path.join(this.#folder, name)).isFile())
    } catch (error) {
      // No ref was fetched.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map()
      throw error
    }
    return new Map(names.sort().map((name) => [name, readFileSync(path.join(this.#folder, name), 'utf8').trim()]))
  }

  /** Opens a reader of objects; the caller closes it. */
  openReader(): ObjectReader {
    return new ObjectReader(this.#folder, this.#env)
  }

  /** Files of a commit's tree: path -> blob. @param under folder that limits the list */
  async files(commit: string, under?: string): Promise<Map<string, string>> {
    const args = ['ls-tree', '-r', '-z', '--full-tree', commit, ...(under === undefined ? [] : [under])]
    const out = await this.run('ledger: cannot list files', args)
    const rows = out.toString('utf8').split('\0').filter(Boolean)
    return new Map(rows.map((row) => [row.slice(row.indexOf('\t') + 1), row.split(/[ \t]/)[2] ?? '']))
  }

  /** Fetches blobs that a partial fetch left out, all in one request. */
  async fetchBlobs(commit: string, blobs: readonly string[]): Promise<void> {
    // A server without partial clone has sent everything.
    if (blobs.length < 2 || !this.#isPartial()) return
    const listed = await this.#git(['rev-list', '--objects', '--missing=print', '--no-walk', commit])
    const missing = new Set(
      listed.stdout
        .toString('utf8')
        .split('\n')
        .filter((line) => line.startsWith('?'))
        .map((line) => line.slice(1)),
    )
    const wanted = blobs.filter((blob) => missing.has(blob))
    if (wanted.length === 0) return
    const flags = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules', '--filter=blob:none']
    // A failure is not final: git fetches each missing blob when it is read.
    await this.#git(
      ['-c', 'fetch.negotiationAlgorithm=noop', 'fetch', ...flags, '--stdin', REMOTE],
      `${wanted.join('\n')}\n`,
    )
  }

  #isPartial(): boolean {
    return readdirSync(path.join(this.#folder, 'objects/pack')).some((name) => name.endsWith('.promisor'))
  }

  /** Contents of objects by name (`COMMIT:path` or an id), in order; null for one that does not exist. */
  async read(names: readonly string[]): Promise<(string | null)[]> {
    if (names.length === 0) return []
    const reader = this.openReader()
    try {
      return await reader.texts(names)
    } finally {
      reader.close()
    }
  }

  /** Makes commits with one `git fast-import`. */
  async commit(commits: readonly NewCommit[], seconds: number): Promise<void> {
    const stream = fastImportStream(commits, seconds)
    await this.run('ledger: cannot write the commit', ['fast-import', '--quiet', '--done', '--force'], stream)
  }

  /**
   * Pushes all updates or none.
   * @returns false when another writer was faster
   * @throws MeasurementError when the server refuses for good
   */
  async pushAtomically(updates: readonly RefUpdate[]): Promise<boolean> {
    const result = await this.#push(['--atomic'], updates)
    // Two writers of one second make the same commit. The server has it already where the other one was faster.
    if (result.status === 0) return !/^=\t/m.test(result.stdout.toString('utf8'))
    if (isConflict(result)) return false
    throw gitError('ledger: cannot push', result)
  }

  /** Pushes new refs, each for itself. @returns refs that exist already with other content @throws MeasurementError */
  async pushNew(updates: readonly RefUpdate[]): Promise<string[]> {
    const result = await this.#push([], updates)
    if (result.status === 0) return []
    const rejected = result.stdout
      .toString('utf8')
      .split('\n')
      .filter((line) => /^!\t.*\[(?:rejected|remote rejected)\]/.test(line))
    const existing = rejected.filter((line) => /fetch first|non-fast-forward|already exists|stale info/.test(line))
    if (existing.length === 0 || existing.length < rejected.length) throw gitError('ledger: cannot push', result)
    return existing.map((line) => (line.split('\t')[1] ?? '').replace(/^.*:/, ''))
  }

  #push(flags: readonly string[], updates: readonly RefUpdate[]): Promise<GitResult> {
    const leases = updates.flatMap(({ to, expected }) => (expected ? [`--force-with-lease=${to}:${expected}`] : []))
    const specs = updates.map(({ from, to }) => `${from ?? ''}:${to}`)
    return this.#git(['push', '--porcelain', '--no-verify', ...flags, ...leases, REMOTE, ...specs])
  }
}

/** What `git init --bare` would make, without a process. A user's `init` settings do not reach it. */
function initialise(folder: string): void {
  for (const name of ['objects/info', 'objects/pack', 'refs/heads']) {
    mkdirSync(path.join(folder, name), { recursive: true })
  }
  writeFileSync(path.join(folder, 'HEAD'), 'ref: refs/heads/main\n')
  writeFileSync(path.join(folder, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n')
}
