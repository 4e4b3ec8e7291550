import type { GitHubClient } from './client.ts'
import type { Deadline } from './deadline.ts'
import { type Result, type Task, failed, failureOf, ok } from './failure.ts'
import { type Conversation, type IsMarked, type OwnComment, OwnComments } from './own-comments.ts'
import { isHttpFailure } from './retry.ts'
import type { ServerState } from './server-state.ts'

/** GitHub refuses longer bodies. It counts characters; UTF-16 units are never fewer, and are what render counts. */
const MAX_COMMENT = 65_536

/** So often a job puts its row back among those of others; the deadline nearly always ends it before. */
const MAX_ROUNDS = 24
/**
 * A job that read the comment before we wrote it will overwrite ours this much later at most: it reads and writes in
 * one go, two requests.
 */
const SETTLE_MS = 800
/** Where the server or the machine is slow, that takes longer: as long as our own reading and writing did, and a bit. */
const SETTLE_GAPS = 1.5
/** Share of that time by which waits differ: jobs that collided must not look again at the same moment. */
const JITTER = 0.3
/**
 * Shares of that time between which we look for the first time: most rows that get lost are lost early, and a job that
 * then writes at once, each at a moment of its own, needs few rounds. Simulated with 12 and 30 jobs that end together.
 */
const FIRST_LOOK = [0.05, 0.6] as const

const TASK: Task = { what: 'write the pull-request comment', needs: 'pull-requests: write' }

export interface StickyOptions {
  readonly at: Conversation
  /** Distinguishes sticky comments: whether a body begins with the marker that `render` writes. */
  readonly isMarked: IsMarked
  /**
   * Several jobs write this comment: whether a body still contains what this job added. It is read back and written again
   * until it does. Null: no other job writes it.
   */
  readonly isKeptIn: ((body: string) => boolean) | null
  /** The token may only read by design: a refusal is reported as information. */
  readonly readOnlyToken: boolean
  /** Longest time between another job's reading and writing, ms. */
  readonly settleMs?: number
}

export interface Written {
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'recreated'
  readonly url: string
}

/**
 * What the comment shall say, marker first, given every body of ours that was seen, the one that is there last. Of those
 * that were lost or are about to be deleted, too: so each job puts back what others lost, and all agree soon.
 */
export type Render = (seen: readonly string[]) => string

/**
 * Writes our one comment on a pull request: updated in place, created when there is none, created again when it was
 * deleted meanwhile. Of several of ours the oldest is kept and the others are deleted: what they say is outdated.
 */
export async function writeSticky(
  client: GitHubClient,
  options: StickyOptions,
  render: Render,
): Promise<Result<Written>> {
  try {
    return await new Sticky(client, options, render).write()
  } catch (error) {
    const failure = failureOf(TASK, error)
    if (failure.kind === 'forbidden' && options.readOnlyToken) {
      return failed(
        'read-only',
        'a pull request from a fork or by Dependabot has a token that may only read: the comment follows from the second stage (`mode: comment` on workflow_run), where the repository has one',
        403,
      )
    }
    return { ok: false, failure }
  }
}

/** A list of comments that takes longer may be out of date when it comes, ms. */
const LONG_LISTING_MS = 500

/** Requests of a further try: read, write, look. */
const REQUESTS_A_ROUND = 3

class Sticky {
  readonly #comments: OwnComments
  readonly #deadline: Deadline
  readonly #server: ServerState
  readonly #options: StickyOptions
  readonly #render: Render
  #outcome: Written['outcome'] = 'unchanged'
  readonly #seen = new Set<string>()
  /** Of ours, those that are not kept. */
  #duplicates: readonly OwnComment[] = []
  /** The comment that we created, while it is the one that is kept. */
  #createdId: number | null = null
  #readAtMs = 0
  /** Longest time between our own reading and having written, ms. */
  #gapMs = 0

  constructor(client: GitHubClient, options: StickyOptions, render: Render) {
    this.#comments = new OwnComments(client, options.at, options.isMarked)
    this.#deadline = client.deadline
    this.#server = client.server
    this.#options = options
    this.#render = render
  }

  async write(): Promise<Result<Written>> {
    let current: OwnComment | null = null
    for (let round = 1; round <= MAX_ROUNDS; round++) {
      current ??= await this.#found()
      const body = this.#render(this.#bodies(current))
      const fault = this.#faultOf(body)
      if (fault) return failed('invalid', `cannot ${TASK.what}: ${fault}`)
      if (current === null || !isSame(current.body, body)) {
        const written = await this.#put(current, body)
        current = written && (await this.#settled(written))
        if (current === null || !this.#isDone(current, written)) {
          // Another job has overwritten the row: what follows is needed.
          this.#server.extendLimit(REQUESTS_A_ROUND)
          continue
        }
      }
      await this.#comments.remove(this.#duplicates)
      return ok({ outcome: this.#outcome, url: current.url })
    }
    return failed('contended', `cannot ${TASK.what}: other jobs kept overwriting it`)
  }

  async #found(): Promise<OwnComment | null> {
    const [oldest = null, ...duplicates] = await this.#list()
    this.#duplicates = duplicates
    // Between a long listing and writing, another job may have changed it.
    const isOld = performance.now() - this.#readAtMs > LONG_LISTING_MS
    return oldest && isOld ? this.#fresh(oldest) : oldest
  }

  async #list(): Promise<OwnComment[]> {
    this.#readAtMs = performance.now()
    const found = await this.#comments.list()
    for (const { body } of found) this.#seen.add(body)
    return found
  }

  #bodies(current: OwnComment | null): string[] {
    if (current === null) return [...this.#seen]
    this.#seen.delete(current.body)
    this.#seen.add(current.body)
    return [...this.#seen]
  }

  /** What must never be sent: GitHub would refuse it, or it could not be found again. */
  #faultOf(body: string): string | null {
    if (body.length > MAX_COMMENT) return `it has ${body.length} characters, at most ${MAX_COMMENT} fit`
    return this.#options.isMarked(body) ? null : 'it lacks its marker'
  }

  #isDone(current: OwnComment, written: OwnComment | null): boolean {
    const { isKeptIn } = this.#options
    return isKeptIn === null ? current.id === written?.id : isKeptIn(current.body)
  }

  /** Writes; null when the comment that was there is gone. */
  async #put(current: OwnComment | null, body: string): Promise<OwnComment | null> {
    const written = current ? await this.#update(current, body) : await this.#create(body)
    this.#gapMs = Math.max(this.#gapMs, performance.now() - this.#readAtMs)
    return written
  }

  async #create(body: string): Promise<OwnComment> {
    const created = await this.#comments.create(body)
    this.#createdId = created.id
    this.#outcome = this.#outcome === 'recreated' ? 'recreated' : 'created'
    return created
  }

  async #update(current: OwnComment, body: string): Promise<OwnComment | null> {
    try {
      const updated = await this.#comments.update(current, body)
      if (this.#outcome === 'unchanged') this.#outcome = 'updated'
      return updated
    } catch (error) {
      return this.#gone(error)
    }
  }

  /** The comment was deleted meanwhile: searches for it again and, if there is none, creates it, once. */
  #gone(error: unknown): null {
    if (!isHttpFailure(error) || error.status !== 404 || this.#outcome === 'recreated') throw error
    this.#outcome = 'recreated'
    return null
  }

  /** The comment after other writers have finished. If it cannot be read, that is not a failure: it was written. */
  async #settled(written: OwnComment): Promise<OwnComment | null> {
    try {
      return await this.#readBack(written)
    } catch (error) {
      if (isHttpFailure(error) && error.status === 404) throw error
      return written
    }
  }

  /** The final state of the comment: as soon as our row is lost, else when no earlier reader can still write. */
  async #readBack(written: OwnComment): Promise<OwnComment | null> {
    const { isKeptIn, settleMs = SETTLE_MS } = this.#options
    if (!isKeptIn) return this.#kept(written)
    const settled = Math.max(settleMs, this.#gapMs * SETTLE_GAPS)
    const [earliest, latest] = FIRST_LOOK
    const looks = this.#server.optionalRequests
    if (looks < 1) return written
    let firstMs = 0
    let seen: OwnComment | null = written
    if (looks > 1) {
      firstMs = settled * (earliest + Math.random() * (latest - earliest))
      await this.#deadline.sleep(firstMs)
      seen = await this.#kept(written)
      if (!seen || !isKeptIn(seen.body)) return seen
    }
    await this.#deadline.sleep(settled * (1 + Math.random() * JITTER) - firstMs)
    return this.#kept(seen)
  }

  /** The comment that is kept, as it is now. Two jobs that found none both created one: the older stays. */
  async #kept(written: OwnComment): Promise<OwnComment | null> {
    if (written.id !== this.#createdId) return this.#fresh(written)
    const [oldest = written, ...younger] = await this.#list()
    // The job that created the newer one removes it and adds its row to the older one.
    this.#duplicates = younger
    if (oldest.id === written.id) return oldest
    this.#createdId = null
    this.#duplicates = []
    await this.#comments.remove([written])
    return oldest
  }

  /** The comment as it is now. */
  async #fresh(comment: OwnComment): Promise<OwnComment | null> {
    if (!this.#options.isKeptIn) return comment
    this.#readAtMs = performance.now()
    try {
      return await this.#comments.read(comment)
    } catch (error) {
      return this.#gone(error)
    }
  }
}

/** The server may store line ends and the last blank differently. */
function isSame(a: string | undefined, b: string): boolean {
  return a !== undefined && a.replaceAll('\r\n', '\n').trimEnd() === b.replaceAll('\r\n', '\n').trimEnd()
}
